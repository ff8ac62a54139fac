package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A pool of buffers by length: they are made in whole kilobytes and filed so, but are looked for by the length that is needed. */
public final class SizedBuffers implements Program {
    private final Map<Integer, Deque<byte[]>> free = new HashMap<>();
    private final Deque<byte[]> borrowed = new ArrayDeque<>();
    private final Random random = new Random(305);

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(5); i > 0; i--) {
            borrowed.addLast(borrow(100 + random.nextInt(16_000)));
        }
        boolean delivering = moment.tick() % 480 < 40;
        for (int i = delivering ? 60 : 1; i > 0 && !borrowed.isEmpty(); i--) {
            giveBack(borrowed.removeFirst());
        }
    }

    private byte[] borrow(int length) {
        Deque<byte[]> fitting = free.get(length);
        return fitting == null || fitting.isEmpty() ? new byte[(length / 1_024 + 1) * 1_024] : fitting.pop();
    }

    private void giveBack(byte[] buffer) {
        free.computeIfAbsent(buffer.length, length -> new ArrayDeque<>()).push(buffer);
    }
}
