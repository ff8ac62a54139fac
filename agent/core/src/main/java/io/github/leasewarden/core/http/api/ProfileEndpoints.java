package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.http.SingleFlight;
import io.github.leasewarden.core.snapshot.AllocationProfile;
import io.github.leasewarden.core.snapshot.Profiler;
import io.github.leasewarden.core.snapshot.SnapshotFiles;
import io.github.leasewarden.core.snapshot.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/memory/profile} and the recordings it leaves, {@code GET /api/memory/profile/ID}. */
final class ProfileEndpoints {
    static final String BELOW = "/api/memory/profile/";
    private static final int DEFAULT_SECONDS = 10;
    private static final int MOST_SECONDS = 60;
    /** A reply is held in the application's heap until it is sent. */
    private static final long MOST_DOWNLOAD = 32L << 20;

    /** Body of {@code POST /api/memory/profile}. */
    record Ask(@Nullable Integer seconds) {}

    /** What allocated, and where the recording can be fetched. */
    record Profiled(
            String id,
            Instant at,
            int seconds,
            long samples,
            long bytes,
            List<AllocationProfile.Share> sites,
            List<AllocationProfile.Share> classes,
            long fileBytes,
            String download) {}

    private final SnapshotFiles files;
    private final Profiler profiler;
    private final SingleFlight flight = new SingleFlight();

    ProfileEndpoints(SnapshotFiles files) {
        this.files = files;
        this.profiler = new Profiler(files);
    }

    Reply take(Call call) throws Problem {
        Integer asked = Bodies.read(call, Ask.class, new Ask(null)).seconds();
        int seconds = asked == null ? DEFAULT_SECONDS : asked;
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Problem.of(400, "seconds is between 1 and " + MOST_SECONDS);
        }
        return flight.run(() -> profile(seconds));
    }

    private Reply profile(int seconds) throws Problem {
        try {
            Profiler.Result result = profiler.take(Duration.ofSeconds(seconds));
            AllocationProfile profile = result.profile();
            return Reply.json(new Profiled(
                    result.id().toString(),
                    result.id().at(),
                    seconds,
                    profile.samples(),
                    profile.bytes(),
                    profile.sites(),
                    profile.classes(),
                    result.fileBytes(),
                    BELOW + result.id()));
        } catch (IOException e) {
            throw SnapshotEndpoints.notStored(e);
        } catch (InterruptedException e) {
            throw Problem.of(503, "the agent ends");
        } catch (NoClassDefFoundError | IllegalStateException e) {
            throw Problem.of(503, "this JVM has no usable flight recorder: " + e);
        }
    }

    Reply download(Call call) throws Problem {
        Optional<SnapshotId> id = SnapshotId.parse(call.path().substring(BELOW.length()))
                .filter(found -> found.type() == SnapshotId.Type.PROFILE);
        try {
            Optional<Path> file = id.isEmpty() ? Optional.empty() : files.find(id.get());
            if (id.isEmpty() || file.isEmpty()) {
                throw Problem.of(404, "there is no such profile; GET /api/memory/snapshots lists them");
            }
            if (Files.size(file.get()) > MOST_DOWNLOAD) {
                throw Problem.of(413, "it is too large to be sent; it is snapshots/" + id.get() + ".jfr in report.dir");
            }
            return Reply.ok("application/octet-stream", Files.readAllBytes(file.get()))
                    .with("Content-Disposition", "attachment; filename=\"" + id.get() + ".jfr\"");
        } catch (IOException e) {
            throw Problem.of(503, "the profile cannot be read: " + e);
        }
    }
}
