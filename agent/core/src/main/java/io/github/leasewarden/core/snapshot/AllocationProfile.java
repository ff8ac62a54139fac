package io.github.leasewarden.core.snapshot;

import io.github.leasewarden.core.lease.FrameFilter;
import io.github.leasewarden.core.sampling.RecordedFrames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Who allocates, from JFR's {@code jdk.ObjectAllocationSample}: an estimate, because each sample stands for what its thread allocated since
 * the one before. Our own threads are left out.
 *
 * @param samples how many samples it rests on
 * @param bytes estimated, of all of them
 */
public record AllocationProfile(long samples, long bytes, List<Share> sites, List<Share> classes) {
    static final String EVENT = "jdk.ObjectAllocationSample";
    private static final int TOP = 20;
    private static final int FRAMES = 8;
    /** Sites told apart; a service has some thousand. The rest is only in the total. */
    private static final int MOST_SITES = 20_000;

    /**
     * A site or a class.
     *
     * @param name the application's frame that allocates, or the class
     * @param share of all bytes, 0..1
     * @param frames the stack of the first sample from the allocation on; empty for a class
     */
    public record Share(String name, long samples, long bytes, double share, List<String> frames) {}

    public AllocationProfile {
        sites = List.copyOf(sites);
        classes = List.copyOf(classes);
    }

    static AllocationProfile read(Path recording) throws IOException {
        Map<String, Sum> sites = new HashMap<>();
        Map<String, Sum> classes = new HashMap<>();
        Sum all = new Sum(List.of());
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(EVENT) && !ours(event)) {
                    long weight = event.getLong("weight");
                    all.add(weight);
                    add(classes, event.getClass("objectClass").getName(), List.of(), weight);
                    List<RecordedFrames.Frame> stack = RecordedFrames.of(event.getStackTrace());
                    add(sites, site(stack), frames(stack), weight);
                }
            }
        }
        return new AllocationProfile(all.samples, all.bytes, top(sites, all.bytes), top(classes, all.bytes));
    }

    private static boolean ours(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        String name = thread == null ? null : thread.getJavaName();
        return name != null && name.startsWith("leasewarden-");
    }

    private static void add(Map<String, Sum> sums, String name, List<String> frames, long weight) {
        Sum sum = sums.get(name);
        if (sum == null && sums.size() < MOST_SITES) {
            sum = new Sum(frames);
            sums.put(name, sum);
        }
        if (sum != null) {
            sum.add(weight);
        }
    }

    /** The application's first frame, else the first. */
    private static String site(List<RecordedFrames.Frame> stack) {
        for (RecordedFrames.Frame frame : stack) {
            if (FrameFilter.isApplication(frame.type(), List.of())) {
                return text(frame);
            }
        }
        return stack.isEmpty() ? "unknown" : text(stack.get(0));
    }

    private static List<String> frames(List<RecordedFrames.Frame> stack) {
        return stack.stream().limit(FRAMES).map(AllocationProfile::text).toList();
    }

    private static String text(RecordedFrames.Frame frame) {
        return frame.type() + "." + frame.method() + ":" + frame.line();
    }

    private static List<Share> top(Map<String, Sum> sums, long all) {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().share(entry.getKey(), all))
                .sorted(Comparator.comparingLong(Share::bytes).reversed().thenComparing(Share::name))
                .limit(TOP)
                .toList();
    }

    private static final class Sum {
        private final List<String> frames;
        private long samples;
        private long bytes;

        Sum(List<String> frames) {
            this.frames = frames;
        }

        void add(long weight) {
            samples++;
            bytes += weight;
        }

        Share share(String name, long all) {
            return new Share(name, samples, bytes, all == 0 ? 0 : (double) bytes / all, frames);
        }
    }
}
