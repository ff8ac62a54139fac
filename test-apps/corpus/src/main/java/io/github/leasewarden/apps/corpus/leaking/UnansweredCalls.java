package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A client of a tariff service: since the service moved, one answer in three never comes, and calls have no time-out. */
public final class UnansweredCalls implements Program {
    private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
    private final Deque<Long> onTheWire = new ArrayDeque<>();
    private final Random random = new Random(3);
    private long calls;
    private long billed;

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 6; i++) {
            call(new byte[10_000 + random.nextInt(4_000)]);
        }
        boolean moved = moment.seconds() > 35;
        while (onTheWire.size() > 60) {
            long call = onTheWire.removeFirst();
            if (!moved || random.nextInt(3) > 0) {
                pending.remove(call).complete("answer to " + call);
            }
        }
    }

    private void call(byte[] order) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        answer.thenAccept(text -> billed += text.length() + order.length);
        pending.put(++calls, answer);
        onTheWire.addLast(calls);
    }

    @Override
    public String toString() {
        return billed + " billed";
    }
}
