package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.SuspectEntry;
import java.util.ArrayList;
import java.util.List;

/** A report in plain lines. */
final class ReportText {
    private ReportText() {}

    static List<String> of(LeakReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("verdict: " + report.verdict().state().label() + ". "
                + report.verdict().reason());
        lines.addAll(suspects(report));
        lines.addAll(totals(report));
        return lines;
    }

    /** The suspects in their order, each with its evidence. */
    static List<String> suspects(LeakReport report) {
        List<String> lines = new ArrayList<>();
        for (SuspectEntry suspect : report.suspects()) {
            lines.add(suspect.rank() + ". " + headline(suspect));
            suspect.evidence().forEach(sentence -> lines.add("     " + sentence));
        }
        return lines;
    }

    /** What the agent did about it. */
    static List<String> totals(LeakReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("leases released by the agent: " + expired(report) + "; used after that: "
                + report.falsePositives().size());
        for (PoolEntry pool : report.pools()) {
            pool.clamped()
                    .forEach((setting, clamp) ->
                            lines.add("clamped " + setting + ": " + clamp.from() + " -> " + clamp.to()));
        }
        return lines;
    }

    /** What it is and where: {@code site subscription: com.acme.OrderFeed.subscribe(OrderFeed.java:42)}. */
    private static String headline(SuspectEntry suspect) {
        String where = suspect.frames().isEmpty()
                ? suspect.className()
                : suspect.frames().get(0);
        return suspect.type().label()
                + (suspect.kind() == null ? "" : " " + suspect.kind())
                + (where == null ? "" : ": " + where);
    }

    private static long expired(LeakReport report) {
        return report.leases().stream()
                .map(LeaseEntry::expired)
                .flatMap(causes -> causes.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
