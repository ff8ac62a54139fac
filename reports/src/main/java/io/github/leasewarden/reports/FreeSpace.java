package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves the last tenth of a disk to the application, which needs it more than its reports do. */
interface FreeSpace {

    /** The real disk. */
    FreeSpace REAL = new FreeSpace() {};

    /** Bytes this process may still write. */
    default long usable(Path dir) throws IOException {
        return Files.getFileStore(dir).getUsableSpace();
    }

    /** Size of the disk in bytes; 0 if it does not tell, as {@link FileStore#getTotalSpace()} may. */
    default long total(Path dir) throws IOException {
        return Files.getFileStore(dir).getTotalSpace();
    }

    /** True if less than 10 % is left; a disk that does not tell its size is not short. */
    default boolean isShort(Path dir) throws IOException {
        return usable(dir) < total(dir) / 10;
    }
}
