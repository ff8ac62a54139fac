package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Temporary files of a process that was killed while it wrote. Another JVM that shares the directory may be writing one
 * right now, so one goes only when no writing takes that long. The pid in its name says nothing: in containers everyone is
 * number 1, and who runs in another one does not seem to run at all.
 */
final class LeftOvers {
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private LeftOvers() {}

    static void removeFrom(Path dir, Clock clock) throws IOException {
        for (Path file : temporaryFilesIn(dir)) {
            if (isOld(file, clock)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> temporaryFilesIn(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(ReportNames::isTemp)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static boolean isOld(Path file, Clock clock) throws IOException {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(clock.instant().minus(LONGEST_WRITE));
        } catch (NoSuchFileException published) {
            return false;
        }
    }
}
