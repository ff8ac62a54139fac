package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * Collections by JFR: also G1's concurrent cycles, which notifications hide; and who starts threads. Starting JFR costs 0.85–1.1 s of CPU once, so
 * the sampler does it after the warm-up. No other class mentions {@code jdk.jfr}: where the module is missing, only this
 * one fails to link.
 *
 * <p>{@code start()} on our own daemon thread, never {@code startAsync()}: that leaves a non-daemon thread and the JVM
 * would not exit (17 and 25).
 */
final class JfrGcEvents implements GcSource {
    /** Events are a few hundred bytes; the stream reads them within seconds, nobody reads them later. */
    private static final long MOST_DISK_BYTES = 8 << 20;

    private static final Duration MOST_DISK_AGE = Duration.ofMinutes(1);

    private final ThreadStarts threadStarts;
    private final Consumer<String> tell;
    private @Nullable RecordingStream stream;
    private boolean closed;

    /** @param tell takes a line for the operator */
    JfrGcEvents(ThreadStarts threadStarts, Consumer<String> tell) {
        this.threadStarts = threadStarts;
        this.tell = tell;
    }

    @Override
    public void run(Consumer<GcReading> sink, Runnable running) {
        if (!FlightRecorder.isAvailable()) {
            throw new IllegalStateException("it is switched off in this JVM");
        }
        try (RecordingStream recording = open()) {
            if (recording == null) {
                return;
            }
            GcJoin join = new GcJoin(GenerationalShenandoah.inUse());
            recording.enable("jdk.GCHeapSummary");
            recording.enable("jdk.GarbageCollection");
            // never delivered by a stream, but collected while one has it enabled: see OldObjects
            recording.enable("jdk.OldObjectSample").withStackTrace();
            recording.enable("jdk.ThreadStart").withStackTrace();
            recording.onEvent("jdk.ThreadStart", this::threadStarted);
            recording.onEvent("jdk.GCHeapSummary", event -> {
                if ("After GC".equals(event.getString("when"))) {
                    join.summary(gcId(event), event.getStartTime(), event.getLong("heapUsed"))
                            .ifPresent(sink);
                }
            });
            recording.onEvent(
                    "jdk.GarbageCollection",
                    event -> join.collection(
                                    gcId(event),
                                    event.getStartTime(),
                                    event.getString("name"),
                                    event.getString("cause"),
                                    event.getDuration("sumOfPauses"))
                            .ifPresent(sink));
            recording.onFlush(running);
            // without this JFR prints the stack on standard error, each time
            recording.onError(problem -> tell.accept("an event of Flight Recorder is left out: " + problem));
            recording.start();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    private synchronized @Nullable RecordingStream open() {
        if (closed) {
            return null;
        }
        RecordingStream fresh = new RecordingStream();
        fresh.setMaxSize(MOST_DISK_BYTES);
        fresh.setMaxAge(MOST_DISK_AGE);
        stream = fresh;
        return fresh;
    }

    /** Its stack is that of the thread that called {@code start()} (17 and 25). */
    private void threadStarted(RecordedEvent event) {
        RecordedThread thread = event.getThread("thread");
        if (thread != null && thread.getJavaName() != null) {
            threadStarts.started(thread.getJavaName(), RecordedOldObject.frames(event.getStackTrace()));
        }
    }

    private static long gcId(RecordedEvent event) {
        return event.getLong("gcId");
    }
}
