package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Pixels of sprites are in an atlas until a cleaner finds the sprite gone; the view becomes wider for 35 seconds. */
public final class SpriteAtlas implements Program {
    private static final int NARROW = 60;
    private static final int WIDE = 500;
    private static final int WIDENED = 700;
    private final Deque<Sprite> view = new ArrayDeque<>();
    private final Random random = new Random(802);
    private int sprites;
    private long drawn;

    private static final class Atlas {
        private static final Cleaner CLEANER = Cleaner.create();
        private static final Map<Integer, byte[]> PIXELS = new ConcurrentHashMap<>();
    }

    private record Removal(int number) implements Runnable {
        @Override
        public void run() {
            Atlas.PIXELS.remove(number);
        }
    }

    private static final class Sprite {
        private final int number;

        private Sprite(int number, int length) {
            this.number = number;
            Atlas.PIXELS.put(number, new byte[length]);
            Atlas.CLEANER.register(this, new Removal(number));
        }

        private int draw() {
            return Atlas.PIXELS.get(number).length;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(9); i > 0; i--) {
            view.addLast(new Sprite(++sprites, 3_000 + random.nextInt(4_000)));
        }
        int most = NARROW + (WIDE - NARROW) * Math.min(moment.tick(), WIDENED) / WIDENED;
        while (view.size() > most) {
            view.removeFirst();
        }
        drawn += view.isEmpty() ? 0 : view.element().draw();
    }

    @Override
    public String toString() {
        return drawn + " pixels drawn";
    }
}
