package io.github.leasewarden.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why the file system said no, in words that stay the same as long as the trouble does. The JDK puts the file's name
 * into its messages; ours have a new name every time, and a warning that always differs cannot be given only once.
 */
final class Reasons {
    private Reasons() {}

    static String of(Exception trouble) {
        if (trouble instanceof UncheckedIOException && trouble.getCause() instanceof IOException cause) {
            return of(cause);
        }
        if (trouble instanceof AccessDeniedException) {
            return "access denied";
        }
        if (trouble instanceof NoSuchFileException) {
            return "it is gone";
        }
        if (trouble instanceof FileAlreadyExistsException || trouble instanceof NotDirectoryException) {
            return "a file is in the way";
        }
        if (trouble instanceof ClosedByInterruptException) {
            return "the writing thread was interrupted";
        }
        if (trouble instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        boolean plain = trouble instanceof IOException && !(trouble instanceof FileSystemException);
        return plain && trouble.getMessage() != null
                ? trouble.getMessage()
                : trouble.getClass().getSimpleName();
    }
}
