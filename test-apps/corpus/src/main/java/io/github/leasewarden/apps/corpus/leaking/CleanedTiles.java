package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Tiles of a map are to be cleaned up when the collector finds them gone; but how to clean up is a method of the tile itself. */
public final class CleanedTiles implements Program {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final AtomicInteger CLEANED = new AtomicInteger();
    private final Deque<Tile> shown = new ArrayDeque<>();
    private final Random random = new Random(308);

    private static final class Tile {
        private final byte[] pixels;

        private Tile(int length) {
            pixels = new byte[length];
            CLEANER.register(this, this::free);
        }

        private void free() {
            CLEANED.addAndGet(pixels.length);
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(5); i > 0; i--) {
            shown.addLast(new Tile(4_000 + random.nextInt(8_000)));
        }
        int screen = 150 + random.nextInt(80);
        while (shown.size() > screen) {
            shown.removeFirst();
        }
    }

    @Override
    public String toString() {
        return CLEANED + " bytes cleaned";
    }
}
