package io.github.leasewarden.core.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .jfr} file of any JVM from 17 on. One use, one thread. */
public final class RecordingReader {
    private final String name;
    private final List<GcReading> collections = new ArrayList<>();
    private final List<OldObject> oldObjects = new ArrayList<>();
    private final RecordedOldObject oldObjectReader = new RecordedOldObject();
    private final RecordedNonHeap nonHeap = new RecordedNonHeap();
    private GcJoin join = new GcJoin(false, Integer.MAX_VALUE);
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant jvmStart;
    private String collector = "";
    private long maxHeapBytes = -1;
    private long reservedBytes = -1;

    private RecordingReader(String name) {
        this.name = name;
    }

    /**
     * Reads all there is. A file that was cut short gives what comes before the cut, and says so in {@link Recording#gaps()}.
     *
     * @throws IOException with one sentence that names the file, if there is no such file, it is no recording, or nothing in it
     *     can be read
     */
    public static Recording read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException(file + " cannot be read");
        }
        RecordingReader reader = new RecordingReader(String.valueOf(file.getFileName()));
        @Nullable String cut = null;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                reader.accept(recording.readEvent());
            }
        } catch (IOException | RuntimeException | Error unreadable) {
            // a damaged chunk makes the JDK's parser throw almost anything: IndexOutOfBounds, NullPointer, even an
            // InternalError
            if (unreadable instanceof VirtualMachineError && !(unreadable instanceof InternalError)) {
                throw unreadable;
            }
            cut = "The file is damaged or cut short (" + unreadable.getMessage()
                    + "): only what comes before was read.";
        }
        return reader.finish(file, cut);
    }

    private void accept(RecordedEvent event) {
        Instant at = event.getStartTime();
        // constants of the JVM's start are stamped with the chunk's start; both are fine as bounds
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        switch (event.getEventType().getName()) {
            case "jdk.GCHeapSummary" -> heapSummary(event);
            case "jdk.GarbageCollection" ->
                join.collection(
                                event.getLong("gcId"),
                                at,
                                event.getString("name"),
                                event.getString("cause"),
                                event.getDuration("sumOfPauses"))
                        .ifPresent(collections::add);
            case "jdk.GCConfiguration" -> configuration(event);
            case "jdk.GCHeapConfiguration" -> maxHeapBytes = event.getLong("maxSize");
            case "jdk.JVMInformation" -> jvmStart = event.getInstant("jvmStartTime");
            case "jdk.OldObjectSample" -> oldObjects.add(oldObjectReader.read(event));
            default -> nonHeap.accept(event);
        }
    }

    private void heapSummary(RecordedEvent event) {
        if ("After GC".equals(event.getString("when"))) {
            join.summary(event.getLong("gcId"), event.getStartTime(), event.getLong("heapUsed"))
                    .ifPresent(collections::add);
        }
        @Nullable RecordedObject space = event.getValue("heapSpace");
        reservedBytes = space == null ? reservedBytes : space.getLong("reservedSize");
    }

    private void configuration(RecordedEvent event) {
        @Nullable String young = event.getString("youngCollector");
        @Nullable String old = event.getString("oldCollector");
        collector = young == null || young.equals("N/A") ? String.valueOf(old) : young + ", " + old;
    }

    private Recording finish(Path file, @Nullable String cut) throws IOException {
        if (first == null || last == null) {
            throw new IOException(
                    file + " is no flight recording, or nothing in it can be read" + (cut == null ? "" : ": " + cut));
        }
        Instant zero = jvmStart == null || jvmStart.isAfter(last) ? first : jvmStart;
        List<HeapSample> heap = collections.stream()
                .map(reading -> sample(reading, zero))
                .sorted(Comparator.comparingLong(HeapSample::uptimeNanos))
                .toList();
        List<String> gaps = new ArrayList<>();
        if (cut != null) {
            gaps.add(cut);
        }
        if (heap.isEmpty()) {
            gaps.add(
                    "No collection was recorded with both jdk.GCHeapSummary and jdk.GarbageCollection: nothing can be said about the heap.");
        }
        gaps.addAll(nonHeap.gaps());
        if (oldObjects.isEmpty()) {
            gaps.add("No jdk.OldObjectSample was recorded, so nothing hints at who allocates what stays.");
        }
        return new Recording(
                name,
                first,
                Duration.between(first, last),
                collector,
                maxHeapBytes > 0 ? maxHeapBytes : reservedBytes,
                heap,
                nonHeap.samples(zero),
                oldObjects,
                gaps);
    }

    /** Who asked for a collection cannot be told from a recording: a requested one counts as the application's. */
    private static HeapSample sample(GcReading reading, Instant zero) {
        return new HeapSample(
                reading.at(),
                Math.max(0, Duration.between(zero, reading.at()).toNanos()),
                reading.usedAfterGcBytes(),
                reading.collection(),
                reading.old(),
                reading.full(),
                false);
    }
}
