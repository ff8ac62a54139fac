package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.File;
import java.util.Random;

/** Uploads pass through temporary files that are deleted at once and also marked to be deleted on exit, to be safe. */
public final class TempFiles implements Program {
    private final File folder = new File(System.getProperty("java.io.tmpdir"), "no-such-folder-for-uploads");
    private final Random random = new Random(13);
    private long bytes;

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 30; i++) {
            File file =
                    new File(folder, "upload-" + Long.toHexString(random.nextLong()) + "-" + moment.tick() + ".part");
            file.deleteOnExit();
            bytes += receive(file);
        }
    }

    /** Stands for writing, reading and deleting the file. */
    private static int receive(File file) {
        return new byte[2_000].length + file.getName().length();
    }

    @Override
    public String toString() {
        return bytes + " bytes received";
    }
}
