package io.github.leasewarden.reports.gate;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.VerdictState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report held against a baseline.
 *
 * @param verdict of the report
 * @param reason of that verdict
 * @param fresh leaks that the baseline does not know
 * @param known leaks that it knows
 * @param fixed known leaks whose line was run and leaks no more
 * @param unseen known leaks of which this run says nothing: their line was not run
 */
public record GateResult(
        VerdictState verdict,
        String reason,
        List<Finding> fresh,
        List<Finding> known,
        List<Baseline.Known> fixed,
        List<Baseline.Known> unseen) {

    public GateResult {
        fresh = List.copyOf(fresh);
        known = List.copyOf(known);
        fixed = List.copyOf(fixed);
        unseen = List.copyOf(unseen);
    }

    /** Compares by fingerprint. */
    public static GateResult of(LeakReport report, Baseline baseline) {
        Set<String> baselined =
                baseline.known().stream().map(Baseline.Known::fingerprint).collect(Collectors.toSet());
        List<Finding> fresh = new ArrayList<>();
        List<Finding> known = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Finding finding : Findings.of(report)) {
            found.add(finding.fingerprint());
            (baselined.contains(finding.fingerprint()) ? known : fresh).add(finding);
        }
        Set<String> run = report.leases().stream()
                .filter(lease -> lease.opened() > 0)
                .map(LeaseEntry::site)
                .map(site -> site.fingerprint())
                .collect(Collectors.toSet());
        List<Baseline.Known> fixed = new ArrayList<>();
        List<Baseline.Known> unseen = new ArrayList<>();
        for (Baseline.Known entry : baseline.known()) {
            if (!found.contains(entry.fingerprint())) {
                (run.contains(entry.fingerprint()) ? fixed : unseen).add(entry);
            }
        }
        return new GateResult(report.verdict().state(), report.verdict().reason(), fresh, known, fixed, unseen);
    }

    /** Whether there is a leak that is not known already. */
    public boolean fails() {
        return !fresh.isEmpty();
    }

    /** A baseline with which this result would not fail. What was not seen stays known. */
    public Baseline toBaseline() {
        List<Finding> all = new ArrayList<>(known);
        all.addAll(fresh);
        List<Baseline.Known> entries = new ArrayList<>(Baseline.of(all).known());
        entries.addAll(unseen);
        return new Baseline(Baseline.SCHEMA_VERSION, entries);
    }
}
