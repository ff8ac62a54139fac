package io.github.leasewarden.reports;

import java.nio.file.Path;

/** Disks for tests, which must not depend on how full the machine's own is. */
final class Disks {
    static final FreeSpace EMPTY = new Disk(1000);

    private Disks() {}

    static FreeSpace withPermilleFree(long permille) {
        return new Disk(permille);
    }

    private record Disk(long usable) implements FreeSpace {
        @Override
        public long usable(Path dir) {
            return usable;
        }

        @Override
        public long total(Path dir) {
            return 1000;
        }
    }
}
