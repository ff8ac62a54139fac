package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Counts visits of at most 400000 customers in a hash table of its own making, which doubles while there are new ones. */
public final class IdTable implements Program {
    private static final int CUSTOMERS = 400_000;
    private final Random random = new Random(67);
    private Table table = new Table(1024);

    private static final class Table {
        private final long[] ids;
        private final long[] visits;
        private int size;

        private Table(int slots) {
            ids = new long[slots];
            visits = new long[slots];
        }

        private void add(long id, long count) {
            int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 40) & (ids.length - 1);
            while (ids[slot] != 0 && ids[slot] != id) {
                slot = (slot + 1) & (ids.length - 1);
            }
            if (ids[slot] == 0) {
                ids[slot] = id;
                size++;
            }
            visits[slot] += count;
        }

        private Table doubled() {
            Table larger = new Table(ids.length * 2);
            for (int slot = 0; slot < ids.length; slot++) {
                if (ids[slot] != 0) {
                    larger.add(ids[slot], visits[slot]);
                }
            }
            return larger;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 500; i++) {
            table.add(1 + random.nextInt(CUSTOMERS), 1);
            if (table.size > table.ids.length / 2) {
                table = table.doubled();
            }
        }
    }
}
