package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.advice.Health;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.ReportAssembler;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.RuleEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /health}: a score with its reasons, and what it rests on. Always 200 while the agent answers: it is not the application's. */
final class HealthEndpoint implements Endpoint {

    /**
     * The reply.
     *
     * @param status {@code ok}, {@code degraded} or {@code bad}
     * @param selfTest {@code passed}, or what went wrong
     * @param rulesWithoutMatch rules whose library was not loaded, or whose names are wrong
     * @param notes what this JVM lets the agent see and show, and what not
     */
    record Body(
            String status,
            int score,
            List<String> reasons,
            Instant at,
            boolean off,
            String mode,
            String verdict,
            Heap heap,
            Map<String, Long> openLeases,
            List<PoolEntry> pools,
            String selfTest,
            int rulesActive,
            List<String> rulesWithoutMatch,
            List<String> notes) {}

    /** @param usage share of the maximum in use after the newest collection, 0..1; null if not known */
    record Heap(
            @Nullable Long usedAfterGcBytes,
            long maxBytes,
            @Nullable Double usage,
            @Nullable Instant sampledAt) {}

    private final Fresh observations;
    private final Reach reach;
    private final double warn;
    private final double critical;

    HealthEndpoint(Fresh observations, Reach reach, double warn, double critical) {
        this.observations = observations;
        this.reach = reach;
        this.warn = warn;
        this.critical = critical;
    }

    @Override
    public Reply answer(Call call) throws Problem {
        Observation seen = observations.get();
        boolean off = reach.isOff().getAsBoolean();
        Health health = Health.of(
                seen, warn, critical, reach.selfTestProblem(), reach.hanging().get(), off);
        LeakReport report = ReportAssembler.assemble(seen);
        HistoryPoint point = HistoryPoint.of(seen, null);
        return Reply.json(new Body(
                health.status(),
                health.score(),
                health.reasons(),
                seen.at(),
                off,
                seen.agent().mode(),
                point.verdict(),
                heap(seen, point),
                point.open(),
                report.pools(),
                reach.selfTestProblem() == null ? "passed" : reach.selfTestProblem(),
                (int) report.rules().stream()
                        .filter(rule -> rule.classesMatched() > 0)
                        .count(),
                report.rules().stream()
                        .filter(rule -> rule.classesMatched() == 0)
                        .map(RuleEntry::id)
                        .toList(),
                seen.totals().notes()));
    }

    private static Heap heap(Observation seen, HistoryPoint point) {
        Long used = point.usedAfterGcBytes();
        var sample = Evidence.newest(seen.evidence().heap());
        return new Heap(
                used,
                point.maxBytes(),
                used == null || point.maxBytes() == 0 ? null : (Double) ((double) used / point.maxBytes()),
                sample == null ? null : sample.at());
    }
}
