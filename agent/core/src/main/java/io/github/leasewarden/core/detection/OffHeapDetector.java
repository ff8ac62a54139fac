package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Growth of what the heap does not show: threads, buffers, metaspace. */
public final class OffHeapDetector {
    private static final double LEAST_CLASSES = 0.03;

    /** Where no name pattern grows, they are of all sorts: a service starts workers, one for each country say, until it has all of them. */
    private static final int NAMELESS_CROWDS = 2;

    private static final int CLASS_SAMPLES = 20;
    private static final int ENOUGH_SAMPLES = 6;

    private OffHeapDetector() {}

    /**
     * @param threads trend of the thread count
     * @param threadsRise whether there are at least two crowds of further ones, and for as long as those of one name must rise
     * @param groups which threads, if they were looked at
     * @param memory one sentence per kind of memory outside the heap that rises
     */
    record OffHeapGrowth(
            Trend threads, boolean threadsRise, long threadsNow, List<ThreadGrowth> groups, List<String> memory) {
        OffHeapGrowth {
            groups = List.copyOf(groups);
            memory = List.copyOf(memory);
        }

        /** The group to accuse: the one that grew most and has no excuse. */
        Optional<ThreadGrowth> accused() {
            return groups.stream().filter(group -> !group.excused()).findFirst();
        }

        /** The count rises, and not only because a pool fills. */
        boolean threadsGrow() {
            return accused().isPresent() || (threadsRise && groups.isEmpty());
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
        everMoreClasses(samples).ifPresent(memory::add);
        int crowd = evidence.settings().crowd();
        Trend threads = Trend.of(series(samples, NonHeapSample::threads), NAMELESS_CROWDS * crowd);
        long now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).threads();
        return new OffHeapGrowth(
                threads,
                threads.rising() && !ThreadGrowth.tooEarly(threads.spanSeconds(), threads.growth(), crowd),
                now,
                ThreadGrowth.in(evidence.inspection().threads(), crowd),
                memory);
    }

    /** Evenly, and until now: what loads classes once, such as JFR when this agent starts it, is no leak of class loaders. */
    private static Optional<String> everMoreClasses(List<NonHeapSample> samples) {
        List<NonHeapSample> few = new ArrayList<>();
        int step = Math.max(1, samples.size() / CLASS_SAMPLES);
        for (int i = (samples.size() - 1) % step; i >= 0 && i < samples.size(); i += step) {
            few.add(samples.get(i));
        }
        Accumulation classes = Accumulation.of(series(few, NonHeapSample::loadedClasses), ENOUGH_SAMPLES);
        if (classes == null
                || classes.grown() < LEAST_CLASSES * few.get(classes.from()).loadedClasses()) {
            return Optional.empty();
        }
        NonHeapSample first = few.get(classes.from());
        NonHeapSample last = few.get(few.size() - 1);
        double seconds = (last.uptimeNanos() - first.uptimeNanos()) / 1e9;
        return Optional.of("Metaspace outside the heap grows "
                + Amounts.bytesPerMinute((last.metaspaceBytes() - first.metaspaceBytes()) / seconds) + ", to "
                + Amounts.bytes(last.metaspaceBytes()) + ": ever more classes are loaded, "
                + Amounts.perMinute(60 * classes.perSecond()) + ".");
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
