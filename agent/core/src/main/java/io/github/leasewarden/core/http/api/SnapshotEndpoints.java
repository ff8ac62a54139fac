package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.http.SingleFlight;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.JvmHistogram;
import io.github.leasewarden.core.sampling.UptimeClock;
import io.github.leasewarden.core.snapshot.HeapDump;
import io.github.leasewarden.core.snapshot.Histogram;
import io.github.leasewarden.core.snapshot.HistogramDiff;
import io.github.leasewarden.core.snapshot.SnapshotFiles;
import io.github.leasewarden.core.snapshot.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/memory/snapshot…}: class histograms that can be compared, and heap dumps. */
final class SnapshotEndpoints {
    /** Asked for by a person, who knows that it pauses; still, minutes would be a failure of service. */
    private static final Duration MOST_PAUSE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_HEAP_DUMPS = Duration.ofMinutes(5);
    private static final int TOP = 20;

    /** Body of {@code POST /api/memory/snapshot}. */
    record Ask(@Nullable String type, @Nullable Boolean live) {}

    /** A histogram that was taken; its {@code top} classes only. */
    record Taken(
            String id,
            String type,
            Instant at,
            boolean live,
            long pauseMillis,
            long instances,
            long bytes,
            List<ClassCount> top) {}

    /** A heap dump that was taken. {@code file} is relative to the report directory. */
    record Dumped(String id, String type, Instant at, boolean live, long fileBytes, String file) {}

    /** One file. */
    record Listed(String id, String type, Instant at, long fileBytes) {}

    /** {@code GET /api/memory/snapshots}. */
    record Listing(List<Listed> snapshots) {}

    /** {@code GET /api/memory/snapshot/compare}. */
    record Comparison(
            String snapshot1,
            String snapshot2,
            double seconds,
            long instancesChange,
            long bytesChange,
            List<HistogramDiff.Change> grown,
            List<HistogramDiff.Change> shrunk) {}

    private final SnapshotFiles files;
    private final ClassHistogram histograms;
    private final HeapDump dumps;
    private final SingleFlight flight;
    private final SingleFlight.Spacing dumpSpacing;

    SnapshotEndpoints(Reach reach, SnapshotFiles files, SingleFlight flight, LongSupplier nanoTime) {
        this.files = files;
        this.histograms = new ClassHistogram(
                // somebody asked, so the application has long started
                new JvmHistogram(type -> {}, () -> true), () -> -1, UptimeClock.system(), reach.markGc(), MOST_PAUSE);
        this.dumps = new HeapDump(files, reach.markGc());
        this.flight = flight;
        this.dumpSpacing = new SingleFlight.Spacing(BETWEEN_HEAP_DUMPS, nanoTime);
    }

    Reply take(Call call) throws Problem {
        Ask ask = Bodies.read(call, Ask.class, new Ask(null, null));
        boolean live = ask.live() == null || ask.live();
        String type = ask.type() == null ? "histogram" : ask.type();
        return switch (type) {
            case "histogram" -> flight.run(() -> histogram(live));
            case "heap" -> flight.run(() -> dump(live));
            default -> throw Problem.of(400, "type is histogram or heap");
        };
    }

    private Reply histogram(boolean live) throws Problem {
        ClassHistogram.Result result = histograms.take(live);
        if (result instanceof ClassHistogram.Result.Refused refused) {
            throw Problem.of(503, refused.why());
        }
        Histogram histogram = Histogram.of(((ClassHistogram.Result.Taken) result).census(), Instant.now());
        try {
            SnapshotId id = files.write(histogram);
            return Reply.json(new Taken(
                    id.toString(),
                    id.type().label(),
                    histogram.at(),
                    histogram.live(),
                    histogram.pauseMillis(),
                    histogram.instances(),
                    histogram.bytes(),
                    histogram.classes().stream().limit(TOP).toList()));
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    private Reply dump(boolean live) throws Problem {
        dumpSpacing.take("heap dumps are written");
        try {
            SnapshotId id = dumps.take(live);
            Path file = files.path(id);
            return Reply.json(new Dumped(
                    id.toString(),
                    id.type().label(),
                    id.at(),
                    live,
                    Files.size(file),
                    "snapshots/" + file.getFileName()));
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    Reply list(Call call) throws Problem {
        try {
            return Reply.json(new Listing(files.list().stream()
                    .map(entry -> new Listed(
                            entry.id().toString(),
                            entry.id().type().label(),
                            entry.id().at(),
                            entry.bytes()))
                    .toList()));
        } catch (IOException e) {
            throw Problem.of(503, "the snapshots cannot be listed: " + e);
        }
    }

    Reply compare(Call call) throws Problem {
        int limit = call.count("limit", 50, 1, 1000);
        String first = call.parameter("snapshot1");
        String second = call.parameter("snapshot2");
        if (first == null || second == null) {
            throw Problem.of(400, "snapshot1 and snapshot2 name the histograms to compare");
        }
        Histogram before = histogram(first);
        Histogram after = histogram(second);
        HistogramDiff diff = HistogramDiff.between(before, after, limit);
        return Reply.json(new Comparison(
                first,
                second,
                Duration.between(before.at(), after.at()).toMillis() / 1e3,
                diff.instancesChange(),
                diff.bytesChange(),
                diff.grown(),
                diff.shrunk()));
    }

    private Histogram histogram(String text) throws Problem {
        Optional<SnapshotId> id = SnapshotId.parse(text);
        try {
            Optional<Histogram> histogram = id.isEmpty() ? Optional.empty() : files.histogram(id.get());
            return histogram.orElseThrow(
                    () -> Problem.of(404, "there is no such histogram; GET /api/memory/snapshots lists them"));
        } catch (IOException e) {
            throw Problem.of(503, "the histogram cannot be read: " + e.getMessage());
        }
    }

    static Problem notStored(IOException e) {
        return e instanceof SnapshotFiles.NoRoomException
                ? Problem.of(507, String.valueOf(e.getMessage()))
                : Problem.of(503, "nothing can be stored: " + e.getMessage());
    }
}
