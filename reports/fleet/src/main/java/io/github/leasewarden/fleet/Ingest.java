package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportFormatException;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings reports into the graph, a batch at a time. While one batch is written the next one is read. A report that cannot be used is named and left out;
 * the others are brought in. Whatever stops it, the same command goes on where it stopped.
 */
final class Ingest {
    private static final long MOST_BYTES_READ_AHEAD = 32 << 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Graph graph;
    private final GraphWriter writer;
    private final int batchSize;
    private final Clock clock;
    private final Consumer<String> problem;
    private final Progress progress;
    private final Set<String> namesakes = new HashSet<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private @Nullable Instant prunedBefore;
    private long ingested;
    private long known;
    private long pruned;
    private long leftOut;

    /** @param problem told in a sentence that names the report of each one that is left out or looks wrong */
    Ingest(Graph graph, int batchSize, Clock clock, Consumer<String> problem, Progress progress) {
        this.graph = graph;
        this.writer = new GraphWriter(graph);
        this.batchSize = batchSize;
        this.clock = clock;
        this.problem = problem;
        this.progress = progress;
    }

    /**
     * What became of the reports.
     *
     * @param ingested brought in now
     * @param known in the graph before
     * @param pruned older than what was pruned
     * @param leftOut not usable
     * @param namesakes instances that seem to have run twice at the same time
     */
    record Result(long ingested, long known, long pruned, long leftOut, int namesakes) {}

    private record Content(ReportSource source, byte[] bytes) {}

    Result run(List<ReportSource> sources) {
        graph.prepare();
        prunedBefore = graph.prunedBefore();
        List<Content> pending = new ArrayList<>();
        long bytes = 0;
        int seen = 0;
        for (ReportSource source : sources) {
            seen++;
            try {
                byte[] content = source.read();
                pending.add(new Content(source, content));
                bytes += content.length;
            } catch (IOException e) {
                leaveOut(source.name() + ": " + Trouble.of(e));
            }
            if (pending.size() == batchSize || bytes > MOST_BYTES_READ_AHEAD) {
                bringIn(pending);
                pending = new ArrayList<>();
                bytes = 0;
                progress.at(seen, sources.size());
            }
        }
        bringIn(pending);
        awaitWriter();
        progress.done(seen, sources.size());
        return new Result(ingested, known, pruned, leftOut, namesakes.size());
    }

    private void bringIn(List<Content> contents) {
        Batch batch = batch(contents);
        awaitWriter();
        if (batch.size() > 0) {
            writing = CompletableFuture.runAsync(() -> write(batch));
        }
    }

    private void write(Batch batch) {
        Map<String, String> found = writer.write(batch);
        ingested += batch.size();
        found.forEach((place, sentence) -> {
            if (namesakes.add(place)) {
                problem.accept(sentence);
            }
        });
    }

    /** Only then is what it counts visible here, and only then may the next one begin. */
    private void awaitWriter() {
        try {
            writing.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw new FleetFailed(
                    (cause == null ? e : cause).getMessage() + "; " + ingested
                            + " reports were brought in before, whole batches each; the same command goes on from there",
                    e);
        }
    }

    private Batch batch(List<Content> contents) {
        Batch batch = new Batch(graph.fleet());
        List<String> ids = contents.stream()
                .map(content -> Keys.ofContent(graph.fleet(), content.bytes()))
                .toList();
        Set<Object> inGraph = new HashSet<>();
        graph.read("known", Map.of("ids", ids)).rows().forEach(row -> inGraph.add(row.get("id")));
        for (int i = 0; i < ids.size(); i++) {
            if (inGraph.contains(ids.get(i))) {
                known++;
            } else {
                add(batch, ids.get(i), contents.get(i));
            }
        }
        return batch;
    }

    private void add(Batch batch, String id, Content content) {
        String name = content.source().name();
        try {
            LeakReport report = ReportJson.read(new String(content.bytes(), StandardCharsets.UTF_8), name);
            if (report.generatedAt().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
                leaveOut(name + " was made in the future, at " + report.generatedAt()
                        + ": that machine's clock is wrong");
            } else if (prunedBefore != null && report.generatedAt().isBefore(prunedBefore)) {
                pruned++;
            } else {
                batch.add(id, name, report);
            }
        } catch (ReportFormatException e) {
            leaveOut(e.sentence());
        } catch (ReportRefused e) {
            leaveOut(e.sentence());
        }
    }

    private void leaveOut(String sentence) {
        leftOut++;
        problem.accept(sentence);
    }
}
