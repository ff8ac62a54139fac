package io.github.leasewarden.apps.longruns;

import io.github.leasewarden.apps.harness.AppRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code -Xlog:gc} wrote about young and full collections, those that the agent asked for included: megabytes left by each. */
record GcLog(List<Integer> left) {
    static final String NAME = "gc.log";

    private static final Pattern PAUSE = Pattern.compile(".*Pause (?:Young|Full).* \\d+M->(\\d+)M\\(.*");

    /** The log of a run that was told to write one to its own directory. */
    static GcLog of(AppRun run) throws IOException {
        return new GcLog(Files.readAllLines(run.reportDir().resolveSibling(NAME)).stream()
                .map(PAUSE::matcher)
                .filter(Matcher::matches)
                .map(pause -> Integer.parseInt(pause.group(1)))
                .toList());
    }

    int collections() {
        return left.size();
    }

    int peakMebibytes() {
        return left.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
