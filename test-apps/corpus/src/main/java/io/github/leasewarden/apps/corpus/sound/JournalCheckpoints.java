package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** A journal of changes since the last checkpoint; the time to the next one doubles, from five seconds to thirty at most. */
public final class JournalCheckpoints implements Program {
    private static final int LONGEST = 600;
    private final Journal journal = new Journal();
    private final Random random = new Random(606);
    private int interval = 100;
    private int next = interval;
    private long written;

    private static final class Change {
        private final int page;
        private final byte[] after;
        private Change newer;

        private Change(int page, int length) {
            this.page = page;
            after = new byte[length];
        }
    }

    private static final class Journal {
        private Change oldest;
        private Change newest;

        private void append(Change change) {
            if (newest == null) {
                oldest = change;
            } else {
                newest.newer = change;
            }
            newest = change;
        }

        private long checkpoint() {
            long bytes = 0;
            for (Change change = oldest; change != null; change = change.newer) {
                bytes += change.after.length + change.page;
            }
            oldest = null;
            newest = null;
            return bytes;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(21); i > 0; i--) {
            journal.append(new Change(random.nextInt(4_000), 1_000 + random.nextInt(7_000)));
        }
        if (moment.tick() >= next) {
            written += journal.checkpoint();
            interval = Math.min(2 * interval, LONGEST);
            next += interval;
        }
    }

    @Override
    public String toString() {
        return written + " written";
    }
}
