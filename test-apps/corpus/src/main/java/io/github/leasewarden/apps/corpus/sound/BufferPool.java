package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Direct buffers that are lent and given back; there are soon enough of them. */
public final class BufferPool implements Program {
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private final Deque<ByteBuffer> lent = new ArrayDeque<>();

    @Override
    public void tick(Moment moment) {
        ByteBuffer buffer = free.pollFirst();
        lent.addLast(buffer == null ? ByteBuffer.allocateDirect(100_000) : buffer);
        if (lent.size() > 150 + moment.tick() % 50) {
            free.addLast(lent.removeFirst());
        }
    }
}
