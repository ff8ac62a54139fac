package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** An arena cuts rows from chunks and uses a chunk again when all its slices are released; a few are held for 45 seconds. */
public final class PinnedChunks implements Program {
    private static final int HELD = 900;
    private final Arena arena = new Arena();
    private final Deque<Slice> rows = new ArrayDeque<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private final Random random = new Random(603);
    private int sent;

    private static final class Chunk {
        private final byte[] bytes = new byte[65_536];
        private int end;
        private int slices;
    }

    private record Slice(Chunk chunk, int start, int length) {
        private int first() {
            return chunk.bytes[start];
        }
    }

    private record Held(Slice row, int until) {}

    private static final class Arena {
        private final List<Chunk> chunks = new ArrayList<>();
        private Chunk current;

        private Slice slice(int length) {
            if (current == null || current.end + length > current.bytes.length) {
                current = emptyChunk();
            }
            Slice slice = new Slice(current, current.end, length);
            current.end += length;
            current.slices++;
            return slice;
        }

        private Chunk emptyChunk() {
            for (Chunk chunk : chunks) {
                if (chunk.slices == 0) {
                    chunk.end = 0;
                    return chunk;
                }
            }
            Chunk made = new Chunk();
            chunks.add(made);
            return made;
        }

        private void release(Slice slice) {
            slice.chunk.slices--;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(17); i > 0; i--) {
            rows.addLast(arena.slice(1_000 + random.nextInt(7_000)));
        }
        while (rows.size() > 150) {
            send(rows.removeFirst(), moment.tick());
        }
        while (!held.isEmpty() && held.element().until <= moment.tick()) {
            arena.release(held.remove().row);
        }
    }

    private void send(Slice row, int now) {
        boolean asksAgain = random.nextInt(24) == 0;
        sent += row.length + row.first();
        if (asksAgain) {
            held.addLast(new Held(row, now + HELD));
            return;
        }
        arena.release(row);
    }

    @Override
    public String toString() {
        return sent + " bytes sent";
    }
}
