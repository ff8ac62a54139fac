package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.Amount;
import io.github.leasewarden.reports.ContainerEntry;
import io.github.leasewarden.reports.ExpiryEntry;
import io.github.leasewarden.reports.HeapPoint;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.VerdictEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code monitor} shows of a report. Pure.
 *
 * @param width columns of the screen; longer lines are cut
 * @param blocks whether the terminal's character set has block characters
 * @param zone for times of day
 */
record MonitorView(int width, boolean blocks, ZoneId zone) {
    private static final int SITES = 8;
    private static final int EXPIRIES = 5;

    /** The whole screen. */
    List<String> screen(LeakReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.jvm().mainClass() + "  pid " + report.jvm().pid() + "  "
                + report.agent().mode() + "  up "
                + Amount.duration(report.agent().uptimeSeconds()) + "  at " + time(report));
        lines.add("");
        lines.add("verdict  " + report.verdict().state().label());
        lines.addAll(wrapped(report.verdict().reason()));
        lines.add("");
        heap(lines, report);
        leases(lines, report);
        pools(lines, report);
        expiries(lines, report);
        return lines.stream().map(line -> cut(Console.plain(line))).toList();
    }

    /** The same in one line, for a log. */
    String line(LeakReport report) {
        Map<String, Long> kinds = new TreeMap<>();
        report.leases().forEach(lease -> kinds.merge(lease.kind(), lease.open(), Long::sum));
        StringBuilder line = new StringBuilder(time(report)).append("  ");
        line.append(report.verdict().state().label()).append("  heap ").append(share(report));
        kinds.forEach((kind, open) -> line.append("  ").append(kind).append(' ').append(open));
        report.pools().forEach(pool -> line.append("  ").append(use(pool)));
        return Console.plain(line.append("  released ").append(expired(report)).toString());
    }

    private void heap(List<String> lines, LeakReport report) {
        List<Long> used =
                report.heap().series().stream().map(HeapPoint::usedAfterGcBytes).toList();
        VerdictEntry verdict = report.verdict();
        Long left = verdict.secondsToExhaustion();
        double slope = verdict.slopeBytesPerSecond();
        String growth = slope == 0 ? "" : String.format(Locale.ROOT, "  %+.1f MiB an hour", slope * 3600 / (1 << 20));
        lines.add("heap     " + share(report) + growth + (left == null ? "" : "  full in " + Amount.duration(left)));
        if (!used.isEmpty()) {
            lines.add("         " + Sparkline.of(used, Math.max(10, Math.min(100, width - 10)), blocks));
        }
        ContainerEntry container = report.container();
        if (container != null) {
            lines.add("memory   " + use(container) + " of the container"
                    + (container.secondsToLimit() == null
                            ? ""
                            : "  full in " + Amount.duration(container.secondsToLimit())));
        }
        lines.add("");
    }

    private static String use(ContainerEntry container) {
        return Amount.bytes(container.usedBytes()) + " of " + Amount.bytes(container.limitBytes()) + " ("
                + 100 * container.usedBytes() / container.limitBytes() + " %)";
    }

    private void leases(List<String> lines, LeakReport report) {
        lines.add("leases   "
                + report.leases().stream().mapToLong(LeaseEntry::open).sum() + " open, " + expired(report)
                + " released by the agent");
        report.leases().stream()
                .sorted(Comparator.comparingLong(LeaseEntry::open).reversed())
                .limit(SITES)
                .filter(lease -> lease.open() > 0)
                .forEach(lease -> lines.add(String.format(
                        "%8d %-14s %s",
                        lease.open(),
                        lease.kind(),
                        lease.site().frames().isEmpty()
                                ? lease.rule()
                                : lease.site().frames().get(0))));
        lines.add("");
    }

    private void pools(List<String> lines, LeakReport report) {
        for (PoolEntry pool : report.pools()) {
            lines.add("pool     " + use(pool));
            if (pool.diagnosis() != null) {
                lines.addAll(wrapped(pool.diagnosis()));
            }
        }
        if (!report.pools().isEmpty()) {
            lines.add("");
        }
    }

    private void expiries(List<String> lines, LeakReport report) {
        List<ExpiryEntry> all = report.expiries();
        if (all.isEmpty()) {
            return;
        }
        lines.add("last released by the agent");
        DateTimeFormatter clock = clock();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - EXPIRIES); i--) {
            ExpiryEntry expiry = all.get(i);
            lines.add("  " + clock.format(expiry.at()) + " " + expiry.outcome().label() + "  " + expiry.sentence());
        }
    }

    private static String use(PoolEntry pool) {
        if (pool.max() == null && (pool.inUse() == null || pool.inUse() == 0)) {
            return pool.address();
        }
        return pool.address() + " " + (pool.inUse() == null ? "?" : pool.inUse()) + "/"
                + (pool.max() == null ? "?" : pool.max());
    }

    private static String share(LeakReport report) {
        Long used = report.heap().usedAfterGcBytes();
        long max = report.heap().maxBytes();
        String share = used == null || max <= 0 ? "" : " (" + 100 * used / max + " %)";
        return Amount.bytes(used) + " of " + Amount.bytes(max) + share;
    }

    private static long expired(LeakReport report) {
        return report.leases().stream()
                .flatMap(lease -> lease.expired().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private String time(LeakReport report) {
        return clock().format(report.generatedAt());
    }

    private DateTimeFormatter clock() {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    private List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("        ");
        for (String word : sentence.split(" ")) {
            if (line.length() + word.length() + 1 > width && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder("        ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String cut(String line) {
        return line.length() <= width ? line : line.substring(0, width - 3) + "...";
    }
}
