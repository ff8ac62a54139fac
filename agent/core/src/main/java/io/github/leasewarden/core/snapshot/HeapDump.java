package io.github.leasewarden.core.snapshot;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.leasewarden.core.sampling.HeapSampler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * Writes heap dumps. They hold every secret the application has in memory: they stay in a directory for the owner only, and nobody can
 * fetch them over HTTP.
 */
public final class HeapDump {
    private final SnapshotFiles files;
    private final Supplier<HeapSampler.OwnGc> markGc;

    public HeapDump(SnapshotFiles files, Supplier<HeapSampler.OwnGc> markGc) {
        this.files = files;
        this.markGc = markGc;
    }

    /**
     * Stops the application until the dump is written.
     *
     * @param live reachable objects only; collects first
     * @throws SnapshotFiles.NoRoomException if the disk or the quota has no room
     */
    public SnapshotId take(boolean live) throws IOException {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        SnapshotId id = files.reserve(SnapshotId.Type.HEAP, used);
        Path file = files.path(id);
        try (HeapSampler.OwnGc marked = markGc.get()) {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (jvm == null) {
                throw new IOException("this JVM writes no heap dumps");
            }
            jvm.dumpHeap(file.toString(), live);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return id;
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
