package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much the directory may hold. Room is made before a report gets its name, so that the bounds hold at every moment;
 * a temporary file is the only thing beyond them, while it is written.
 *
 * @param keep the most reports, {@code latest.json} not counted
 * @param maxBytes of all reports and {@code latest.json} together
 */
record Retention(int keep, long maxBytes) {

    Retention {
        keep = Math.max(1, keep);
    }

    /** True if a report of this size can be kept at all: it is stored twice, once under {@code latest.json}. */
    boolean fits(long reportBytes) {
        return reportBytes <= maxBytes / 2;
    }

    /** Deletes the oldest reports, and nothing but reports, until a new one of this size fits. */
    void makeRoom(Path dir, long reportBytes) throws IOException {
        Deque<Path> reports = new ArrayDeque<>(ReportFiles.oldestFirst(dir));
        long bytes = 2 * reportBytes;
        for (Path report : reports) {
            bytes += size(report);
        }
        while (!reports.isEmpty() && (reports.size() >= keep || bytes > maxBytes)) {
            Path oldest = reports.removeFirst();
            bytes -= size(oldest);
            Files.deleteIfExists(oldest);
        }
    }

    /** Another JVM that shares the directory may have made room with the same file. */
    private static long size(Path report) throws IOException {
        try {
            return Files.size(report);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }
}
