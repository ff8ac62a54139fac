package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Growth of what the heap does not show: threads, buffers, metaspace. */
public final class OffHeapDetector {
    /** The agent itself loads some classes late. */
    private static final double LEAST_CLASSES = 0.05;

    private static final double LEAST_QUARTER = 0.1;
    private static final int ENOUGH_SAMPLES = 8;

    private OffHeapDetector() {}

    /**
     * @param threads trend of the thread count; rising means at least a crowd of further ones
     * @param groups which threads, if they were looked at
     * @param memory one sentence per kind of memory outside the heap that rises
     */
    record OffHeapGrowth(Trend threads, long threadsNow, List<ThreadGrowth> groups, List<String> memory) {
        OffHeapGrowth {
            groups = List.copyOf(groups);
            memory = List.copyOf(memory);
        }

        /** The group to accuse: the one that grew most and has no excuse. */
        Optional<ThreadGrowth> accused() {
            return groups.stream().filter(group -> group.excuse() == null).findFirst();
        }

        /** The count rises, and not only because a pool fills. */
        boolean threadsGrow() {
            return accused().isPresent() || (threads.rising() && groups.isEmpty());
        }
    }

    static OffHeapGrowth detect(Evidence evidence) {
        long warm = WarmUp.endNanos(evidence);
        List<NonHeapSample> samples = evidence.nonHeap().stream()
                .filter(sample -> sample.uptimeNanos() >= warm)
                .toList();
        double least = HeapGrowthDetector.LEAST_GROWTH * Math.max(evidence.maxHeapBytes(), 64L << 20);
        List<String> memory = new ArrayList<>();
        addIfRising(memory, "Direct buffers", samples, NonHeapSample::directBytes, least);
        addIfRising(memory, "Mapped buffers", samples, NonHeapSample::mappedBytes, least);
        if (everMoreClasses(series(samples, NonHeapSample::loadedClasses))) {
            addIfRising(memory, "Metaspace (loaded classes)", samples, NonHeapSample::metaspaceBytes, least / 5);
        }
        Trend threads = Trend.of(
                series(samples, NonHeapSample::threads), evidence.settings().crowd());
        long now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).threads();
        return new OffHeapGrowth(
                threads,
                now,
                ThreadGrowth.in(evidence.inspection().threads(), evidence.settings().crowd()),
                memory);
    }

    /** In each quarter of the time: what loads classes once, such as JFR when this agent starts it, is no leak of class loaders. */
    private static boolean everMoreClasses(List<Point> classes) {
        if (classes.size() < ENOUGH_SAMPLES) {
            return false;
        }
        int last = classes.size() - 1;
        double grown = classes.get(last).value() - classes.get(0).value();
        for (int quarter = 0; quarter < 4; quarter++) {
            double from = classes.get(last * quarter / 4).value();
            double to = classes.get(last * (quarter + 1) / 4).value();
            if (to - from < LEAST_QUARTER * grown) {
                return false;
            }
        }
        return grown > LEAST_CLASSES * classes.get(0).value();
    }

    private static void addIfRising(
            List<String> sentences,
            String what,
            List<NonHeapSample> samples,
            ToDoubleFunction<NonHeapSample> value,
            double least) {
        Trend trend = Trend.of(series(samples, value), least);
        if (trend.rising()) {
            double now = value.applyAsDouble(samples.get(samples.size() - 1));
            sentences.add(what + " outside the heap grow " + Amounts.bytesPerMinute(trend.slopePerSecond()) + ", to "
                    + Amounts.bytes(now) + ".");
        }
    }

    private static List<Point> series(List<NonHeapSample> samples, ToDoubleFunction<NonHeapSample> value) {
        return samples.stream()
                .map(sample -> Point.atNanos(sample.uptimeNanos(), value.applyAsDouble(sample)))
                .toList();
    }
}
