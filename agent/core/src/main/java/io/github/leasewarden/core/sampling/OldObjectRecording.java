package io.github.leasewarden.core.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** The short second recording. Apart from {@link OldObjects}, so that only this class fails to link where JFR is missing. */
final class OldObjectRecording {
    private static final String EVENT = "jdk.OldObjectSample";

    private OldObjectRecording() {}

    static OldObjects.Found take(long cutoffMillis, long uptimeNanos, double collectedSeconds) throws IOException {
        if (!FlightRecorder.isAvailable()) {
            throw new IOException("JFR is not available");
        }
        Path file = Files.createTempFile("leasewarden-", ".jfr");
        try (Recording recording = new Recording()) {
            recording.setName("leasewarden old objects");
            recording.enable(EVENT).withStackTrace().with("cutoff", cutoffMillis + " ms");
            recording.setDestination(file);
            recording.start();
            long cpuBefore = ProcessorTime.nanos();
            long before = System.nanoTime();
            recording.stop();
            Duration pause = Duration.ofNanos(System.nanoTime() - before);
            long cpuAfter = ProcessorTime.nanos();
            return new OldObjects.Found(
                    uptimeNanos, collectedSeconds, read(file), pause, ProcessorTime.work(pause, cpuBefore, cpuAfter));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<OldObject> read(Path file) throws IOException {
        List<OldObject> objects = new ArrayList<>();
        RecordedOldObject reader = new RecordedOldObject();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                @Nullable RecordedEvent event = recording.readEvent();
                if (event != null && event.getEventType().getName().equals(EVENT)) {
                    objects.add(reader.read(event));
                }
            }
        }
        return objects;
    }
}
