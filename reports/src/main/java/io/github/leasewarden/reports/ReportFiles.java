package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The reports in a directory. {@code latest.json} is not among them: it is a copy of the newest. */
public final class ReportFiles {
    private ReportFiles() {}

    /** @throws IOException if the directory cannot be listed */
    public static List<Path> oldestFirst(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(ReportNames::isReport)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(ReportNames.OLDEST_FIRST)
                    .toList();
        }
    }
}
