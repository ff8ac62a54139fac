package io.github.leasewarden.reports.gate;

import io.github.leasewarden.reports.Fingerprints;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What of a report is a leak: every suspect if the verdict is one, and every site whose leases were lost, although the agent released
 * them. A heap that merely grows is none, and neither is what is open for a good reason.
 */
public final class Findings {
    /** Causes that prove a leak. Idleness is no proof, and at exit everything ends. */
    private static final List<String> PROOFS = List.of("OWNER_CLOSED", "OWNER_COLLECTED");

    private Findings() {}

    /** Suspects in their order, then sites that lost leases; empty when the report names no leak. */
    public static List<Finding> of(LeakReport report) {
        Map<String, Finding> found = new LinkedHashMap<>();
        if (report.verdict().state() == VerdictState.LEAK) {
            report.suspects().forEach(suspect -> found.putIfAbsent(suspect.fingerprint(), of(suspect)));
        }
        for (LeaseEntry lease : report.leases()) {
            if (lost(lease) > 0) {
                found.putIfAbsent(lease.site().fingerprint(), of(lease));
            }
        }
        if (found.isEmpty() && report.verdict().state() == VerdictState.LEAK) {
            String fingerprint = Fingerprints.of("verdict", "heap", List.of());
            found.put(
                    fingerprint,
                    new Finding(
                            fingerprint, "heap", "heap", null, report.verdict().reason(), List.of()));
        }
        return new ArrayList<>(found.values());
    }

    /** Leases that were never released by the application and that nobody could release any more. */
    static long lost(LeaseEntry lease) {
        long lost = lease.abandoned();
        for (String proof : PROOFS) {
            lost += lease.expired().getOrDefault(proof, 0L);
        }
        return lost;
    }

    private static Finding of(SuspectEntry suspect) {
        String kind = Objects.requireNonNullElse(suspect.kind(), suspect.type().label());
        String message = suspect.evidence().isEmpty()
                ? suspect.open() + " " + kind + " open, " + Math.round(suspect.growthPerMinute()) + " more per minute."
                : String.join(" ", suspect.evidence());
        return new Finding(
                suspect.fingerprint(),
                Objects.requireNonNullElse(suspect.rule(), suspect.type().label()),
                kind,
                suspect.className(),
                message,
                suspect.frames());
    }

    private static Finding of(LeaseEntry lease) {
        List<String> sentences = new ArrayList<>();
        if (lease.abandoned() > 0) {
            sentences.add(lease.abandoned() + " of " + lease.opened() + " " + lease.kind()
                    + " leases lost their handle to the garbage collector without a release.");
        }
        long ofOwners = lost(lease) - lease.abandoned();
        if (ofOwners > 0) {
            sentences.add(ofOwners + " of " + lease.opened() + " " + lease.kind() + " leases outlived their owner.");
        }
        return new Finding(
                lease.site().fingerprint(),
                lease.rule(),
                lease.kind(),
                null,
                String.join(" ", sentences),
                lease.site().frames());
    }
}
