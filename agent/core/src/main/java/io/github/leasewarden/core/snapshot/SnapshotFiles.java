package io.github.leasewarden.core.snapshot;

import io.github.leasewarden.reports.Json;
import io.github.leasewarden.reports.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * {@code <report.dir>/snapshots}: private, bounded in count and bytes by type, oldest out first. Heap dumps are never deleted by us; there
 * are just no more of them than {@value #MOST_HEAP_DUMPS}. Thread-safe.
 */
public final class SnapshotFiles {
    static final int MOST_HEAP_DUMPS = 3;
    static final int MOST_FILES = 50;
    static final long MOST_BYTES = 64L << 20;

    /** One file. */
    public record Entry(SnapshotId id, long bytes) {}

    private final PrivateDirectory reports;
    private final PrivateDirectory directory;
    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger();

    /** @param reportDir where reports are */
    public SnapshotFiles(Path reportDir, Clock clock) {
        this.reports = new PrivateDirectory(reportDir);
        this.directory = new PrivateDirectory(reportDir.resolve("snapshots"));
        this.clock = clock;
    }

    /** Everything there is, oldest first; empty if there is no directory. */
    public synchronized List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(directory.path(), LinkOption.NOFOLLOW_LINKS)) {
            return entries;
        }
        try (Stream<Path> files = Files.list(directory.path())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Optional<SnapshotId> id = SnapshotId.ofFile(file.getFileName().toString());
                if (id.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    entries.add(new Entry(id.get(), size(file)));
                }
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.id().at())
                .thenComparing(entry -> entry.id().pid())
                .thenComparing(entry -> entry.id().number()));
        return entries;
    }

    /** The file of an id, if it is listed. */
    public synchronized Optional<Path> find(SnapshotId id) throws IOException {
        return list().stream()
                .filter(entry -> entry.id().equals(id))
                .map(entry -> path(entry.id()))
                .findFirst();
    }

    /**
     * A name nobody has, in a directory that may be written to.
     *
     * @param aboutBytes how large the file will be
     * @throws NoRoomException if the disk or the quota has no room for it
     */
    public synchronized SnapshotId reserve(SnapshotId.Type type, long aboutBytes) throws IOException {
        for (PrivateDirectory each : List.of(reports, directory)) {
            Optional<String> refusal = each.prepare();
            if (refusal.isPresent()) {
                throw new IOException(refusal.get());
            }
        }
        if (directory.wouldCrowd(aboutBytes)) {
            throw new NoRoomException("about " + (aboutBytes >> 20)
                    + " MiB more would leave less than a tenth of the disk to the application");
        }
        if (type == SnapshotId.Type.HEAP) {
            if (list().stream().filter(entry -> entry.id().type() == type).count() >= MOST_HEAP_DUMPS) {
                throw new NoRoomException("there are " + MOST_HEAP_DUMPS + " heap dumps in " + directory.path()
                        + " already; remove one first");
            }
        } else {
            makeRoom(type, aboutBytes);
        }
        return new SnapshotId(
                type,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                ProcessHandle.current().pid(),
                numbers.incrementAndGet());
    }

    /** Where a reserved file goes. */
    public Path path(SnapshotId id) {
        return directory.path().resolve(id.fileName());
    }

    /** Writes a histogram. */
    public SnapshotId write(Histogram histogram) throws IOException {
        byte[] json = Json.compact(histogram);
        SnapshotId id = reserve(SnapshotId.Type.HISTOGRAM, json.length);
        directory.write(id.fileName(), json);
        return id;
    }

    /** Reads a histogram; nothing if there is none of this name. */
    public Optional<Histogram> histogram(SnapshotId id) throws IOException {
        Optional<Path> file = id.type() == SnapshotId.Type.HISTOGRAM ? find(id) : Optional.empty();
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.read(Files.readAllBytes(file.get()), Histogram.class, id.toString()));
    }

    private void makeRoom(SnapshotId.Type type, long aboutBytes) throws IOException {
        Deque<Entry> same = new ArrayDeque<>();
        long bytes = aboutBytes;
        for (Entry entry : list()) {
            if (entry.id().type() == type) {
                same.add(entry);
                bytes += entry.bytes();
            }
        }
        while (!same.isEmpty() && (same.size() >= MOST_FILES || bytes > MOST_BYTES)) {
            Entry oldest = same.removeFirst();
            bytes -= oldest.bytes();
            Files.deleteIfExists(path(oldest.id()));
        }
    }

    /** Another JVM that shares the directory may have made room with the same file. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    /** There is no room for another file. */
    public static final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;

        NoRoomException(String message) {
            super(message);
        }
    }
}
