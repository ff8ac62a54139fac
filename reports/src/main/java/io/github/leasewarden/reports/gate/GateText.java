package io.github.leasewarden.reports.gate;

import java.util.ArrayList;
import java.util.List;

/** The result in plain lines. */
public final class GateText {
    private GateText() {}

    public static List<String> of(GateResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("verdict: " + result.verdict().label() + ". " + result.reason());
        result.fresh().forEach(finding -> add(lines, "new", finding));
        result.known().forEach(finding -> add(lines, "known", finding));
        result.fixed().forEach(entry -> add(lines, "fixed", entry));
        result.unseen().forEach(entry -> add(lines, "not run", entry));
        lines.add(result.fresh().size() + " new, " + result.known().size() + " known, "
                + result.fixed().size() + " fixed"
                + (result.unseen().isEmpty() ? "" : ", " + result.unseen().size() + " not run"));
        return lines;
    }

    private static void add(List<String> lines, String state, Finding finding) {
        lines.add(state + " " + finding.fingerprint() + " " + finding.kind() + " (" + finding.rule() + "): "
                + finding.where());
        lines.add("     " + finding.message());
    }

    private static void add(List<String> lines, String state, Baseline.Known entry) {
        lines.add(state + " " + entry.fingerprint() + " " + entry.kind() + " (" + entry.rule() + "): " + entry.where());
    }
}
