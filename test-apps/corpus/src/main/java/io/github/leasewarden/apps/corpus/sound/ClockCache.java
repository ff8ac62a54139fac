package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Pages in a fixed number of slots; a hand goes round and takes the first slot that was not used since its last visit. */
public final class ClockCache implements Program {
    private final Slot[] slots = new Slot[1200];
    private final Map<Integer, Slot> index = new HashMap<>();
    private final Random random = new Random(29);
    private int hand;

    private static final class Slot {
        private final int page;
        private final byte[] html = new byte[30_000];
        private boolean used;

        private Slot(int page) {
            this.page = page;
        }

        private int read() {
            used = true;
            return html.length;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 4; i++) {
            int page = random.nextBoolean() ? random.nextInt(300) : random.nextInt(20_000);
            Slot slot = index.get(page);
            (slot == null ? load(page) : slot).read();
        }
    }

    private Slot load(int page) {
        while (slots[hand] != null && slots[hand].used) {
            slots[hand].used = false;
            hand = (hand + 1) % slots.length;
        }
        if (slots[hand] != null) {
            index.remove(slots[hand].page);
        }
        slots[hand] = new Slot(page);
        index.put(page, slots[hand]);
        return slots[hand];
    }
}
