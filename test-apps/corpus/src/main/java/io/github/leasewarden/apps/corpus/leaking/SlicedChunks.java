package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** An arena cuts answers from chunks and uses a chunk again when all its slices are released; after an error one is not. */
public final class SlicedChunks implements Program {
    private final Arena arena = new Arena();
    private final Deque<Slice> answers = new ArrayDeque<>();
    private final Random random = new Random(506);
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
            answers.addLast(arena.slice(1_000 + random.nextInt(7_000)));
        }
        while (answers.size() > 150) {
            send(answers.removeFirst());
        }
    }

    private void send(Slice answer) {
        boolean closed = random.nextInt(32) == 0;
        if (closed) {
            return;
        }
        sent += answer.length + answer.first();
        arena.release(answer);
    }

    @Override
    public String toString() {
        return sent + " bytes sent";
    }
}
