package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.report.ReportAssembler;
import io.github.leasewarden.reports.FalsePositiveEntry;
import io.github.leasewarden.reports.LargeResultEntry;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.StreamEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictEntry;
import java.time.Instant;
import java.util.List;

/** Endpoints that are a report, or a part of one. */
final class ReportEndpoints {
    /** {@code GET /api/memory/leak-detection}. */
    record Detection(
            Instant at, VerdictEntry verdict, List<SuspectEntry> suspects, List<FalsePositiveEntry> falsePositives) {}

    /** {@code GET /api/memory/connection-pool}. */
    record Pools(Instant at, List<PoolEntry> pools) {}

    /** {@code GET /api/memory/stream-processor}. */
    record Streams(Instant at, List<StreamEntry> streams, List<LargeResultEntry> largeResults) {}

    private final Fresh observations;

    ReportEndpoints(Fresh observations) {
        this.observations = observations;
    }

    /** {@code GET /api/memory/report}: what a report file would say now. */
    Reply report(Call call) throws Problem {
        return Reply.json(now());
    }

    Reply detection(Call call) throws Problem {
        LeakReport report = now();
        return Reply.json(
                new Detection(report.generatedAt(), report.verdict(), report.suspects(), report.falsePositives()));
    }

    Reply pools(Call call) throws Problem {
        LeakReport report = now();
        return Reply.json(new Pools(report.generatedAt(), report.pools()));
    }

    Reply streams(Call call) throws Problem {
        LeakReport report = now();
        return Reply.json(new Streams(report.generatedAt(), report.streams(), report.largeResults()));
    }

    private LeakReport now() throws Problem {
        return ReportAssembler.assemble(observations.get());
    }
}
