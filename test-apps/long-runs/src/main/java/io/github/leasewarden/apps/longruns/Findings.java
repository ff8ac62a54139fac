package io.github.leasewarden.apps.longruns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** What grows to the end of a run: classes, bytes, threads, files. */
final class Findings {
    /** How much may be more at the end although it still grows: the JVM compiles, the heap's arenas settle. */
    private static final Map<String, Long> ALLOWED = Map.of(
            "heap after GC (KiB)", 2048L,
            "the agent's own objects (KiB)", 2048L,
            "Flight Recorder's objects (KiB)", 1024L,
            "resident memory (KiB)", 64L * 1024,
            "threads", 3L,
            "open files", 3L,
            // one a change of verdict, as many as report.keep allows
            "files in the report directory", 10L);

    /**
     * The agent's histories fill up to bounds of their own (2048 samples of the heap, 512 of collections), which takes longer than most runs.
     * With the times and lists in them they are judged together, by the agent's own objects, and not one by one. Neither are Flight Recorder's
     * objects: its stream keeps each method, class and thread it has met until the chunk of the recording ends.
     */
    private static final Pattern TOGETHER = Pattern.compile("(\\[L)?jdk\\.jfr\\..*"
            + "|io\\.github\\.leasewarden\\.core\\.sampling\\.\\w+(Sample|Count)"
            + "|io\\.github\\.leasewarden\\.core\\.lease\\.(LeaseCensus|SiteCount)"
            + "|java\\.time\\.(Instant|Duration)|java\\.util\\.ImmutableCollections\\$List(N|12)");

    /** For minutes after its start a JVM loads classes and fills caches of its own. A round opens hundreds of everything, so a leak shows far above it. */
    private static final long JVM_STARTS = 400;

    /** Of the classes that everything uses, the same makes up to a twentieth. */
    private static final int JVM_SHARE = 20;

    private Findings() {}

    /**
     * One sentence each. Empty means stable. A class that from the first quarter to the last gains less than one instance a round, or than 400, or
     * than a twentieth, is no leak of anything that a round opens.
     */
    static List<String> in(List<Snapshot> snapshots) {
        List<String> findings = new ArrayList<>();
        for (String gauge : snapshots.get(0).gauges().keySet()) {
            judge(gauge, series(snapshots, each -> each.gauges().get(gauge)), ALLOWED.get(gauge) + 1, findings);
        }
        Set<String> names = new TreeSet<>();
        snapshots.forEach(each -> names.addAll(each.classes().keySet()));
        names.removeIf(name -> TOGETHER.matcher(name).matches());
        for (String name : names) {
            long[] series = series(snapshots, each -> each.classes().getOrDefault(name, 0L));
            long share = Arrays.stream(Growth.quarters(series)).limit(1).sum() / JVM_SHARE;
            judge(
                    "instances of " + name,
                    series,
                    Math.max(share, Math.max(JVM_STARTS, snapshots.size() * 3L / 4)),
                    findings);
        }
        return findings;
    }

    private static void judge(String what, long[] series, long atLeast, List<String> findings) {
        if (Growth.lasts(series, atLeast)) {
            findings.add(what + " grew to the end; least of each quarter: " + Arrays.toString(Growth.quarters(series)));
        }
    }

    private static long[] series(List<Snapshot> snapshots, ToLongFunction<Snapshot> value) {
        return snapshots.stream().mapToLong(value).toArray();
    }
}
