package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Every call gets a deadline and cancels it when the answer comes; the scheduler keeps cancelled ones until they are due. */
public final class CancelledDeadlines implements Program {
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Call> inFlight = new ArrayDeque<>();
    private final AtomicInteger expired = new AtomicInteger();

    private record Call(byte[] body, Future<?> deadline) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 60; i++) {
            inFlight.addLast(new Call(new byte[500], deadlines.schedule(expired::incrementAndGet, 30, TimeUnit.DAYS)));
        }
        while (inFlight.size() > 3000) {
            inFlight.removeFirst().deadline.cancel(false);
        }
    }
}
