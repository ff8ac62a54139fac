package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A telephone exchange with 2000 lines; a call has a limit of a day, which is cancelled and removed when it ends. A busy hour. */
public final class ActiveCalls implements Program {
    private static final int LINES = 2000;
    private final ScheduledThreadPoolExecutor limits = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "limits");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Call> active = new ArrayDeque<>();
    private final AtomicInteger cutOff = new AtomicInteger();

    private record Call(int number, byte[] voice, Future<?> limit) {}

    public ActiveCalls() {
        limits.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 8 && !active.isEmpty(); i++) {
            active.removeFirst().limit.cancel(false);
        }
        double wanted = LINES * (0.55 - 0.45 * Math.cos(2 * Math.PI * moment.seconds() / 110));
        while (active.size() < wanted && active.size() < LINES) {
            active.addLast(new Call(
                    moment.tick(), new byte[12_000], limits.schedule(cutOff::incrementAndGet, 1, TimeUnit.DAYS)));
        }
    }

    @Override
    public String toString() {
        return cutOff + " cut off";
    }
}
