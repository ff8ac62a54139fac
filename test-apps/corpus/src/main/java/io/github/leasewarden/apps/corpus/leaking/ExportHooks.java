package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** An export adds a shutdown hook, so that no half of a file is left behind; when it is finished the hook stays. */
public final class ExportHooks implements Program {
    private final Deque<Export> running = new ArrayDeque<>();
    private long written;

    private static final class Export {
        private final String file;
        private final byte[] buffer = new byte[8_192];
        private int length;

        private Export(String file) {
            this.file = file;
            Runtime.getRuntime().addShutdownHook(new Thread(this::discard, "discard " + file));
        }

        private void write(int row) {
            buffer[length++ % buffer.length] = (byte) row;
        }

        private void discard() {
            length = Math.min(0, file.length());
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 3 == 0) {
            running.addLast(new Export("export-" + moment.tick() + ".csv"));
        }
        running.forEach(export -> export.write(moment.tick()));
        if (running.size() > 12) {
            written += running.removeFirst().length;
        }
    }

    @Override
    public String toString() {
        return written + " bytes written";
    }
}
