package io.github.leasewarden.core.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import jdk.jfr.Recording;

/**
 * A JFR recording of allocations for a while. It asks for no events with properties, arguments or environment; but where somebody else's
 * recording runs at the same time, JFR writes that one's events into the same file.
 */
public final class Profiler {
    /** JFR writes about 150 samples a second at the default rate; this many bytes are minutes of them. */
    private static final long MOST_BYTES = 16L << 20;

    /** What came of it. */
    public record Result(SnapshotId id, long fileBytes, AllocationProfile profile) {}

    private final SnapshotFiles files;

    public Profiler(SnapshotFiles files) {
        this.files = files;
    }

    /** Blocks for {@code length}. */
    public Result take(Duration length) throws IOException, InterruptedException {
        SnapshotId id = files.reserve(SnapshotId.Type.PROFILE, MOST_BYTES);
        Path file = files.path(id);
        try (Recording recording = new Recording()) {
            recording.setName("leasewarden " + id);
            recording.setToDisk(true);
            recording.setMaxSize(MOST_BYTES);
            recording.enable(AllocationProfile.EVENT).withStackTrace().with("throttle", "300/s");
            recording.start();
            Thread.sleep(length.toMillis());
            recording.stop();
            Files.createFile(
                    file,
                    file.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0]);
            recording.dump(file);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Result(id, Files.size(file), AllocationProfile.read(file));
    }
}
