package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A client of an insurer that answers late, seldom or, for a while, not at all; but each call has a time-out of twelve seconds. */
public final class QuoteTimeouts implements Program {
    private final Map<Long, Call> pending = new ConcurrentHashMap<>();
    private final Deque<Call> onTheWire = new ArrayDeque<>();
    private final Random random = new Random(207);
    private long calls;

    private record Call(long number, byte[] application, CompletableFuture<String> answer) {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(11); i > 0; i--) {
            call(new byte[6_000 + random.nextInt(6_000)]);
        }
        boolean down = moment.seconds() % 65 > 30 && moment.seconds() % 65 < 45;
        while (onTheWire.size() > 120) {
            Call call = onTheWire.removeFirst();
            if (!down && random.nextInt(4) > 0) {
                call.answer.complete("quote for " + call.number);
            }
        }
    }

    private void call(byte[] application) {
        Call call = new Call(++calls, application, new CompletableFuture<>());
        pending.put(call.number, call);
        call.answer.orTimeout(12, TimeUnit.SECONDS).whenComplete((quote, problem) -> pending.remove(call.number));
        onTheWire.addLast(call);
    }
}
