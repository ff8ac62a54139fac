package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Growth of what the heap does not show: threads, buffers, metaspace. */
public final class OffHeapDetector {
    private OffHeapDetector() {}

    /**
     * @param threads trend of the thread count; rising means at least a crowd of further ones
     * @param memory one sentence per kind of memory outside the heap that rises
     */
    public record OffHeapGrowth(Trend threads, long threadsNow, List<String> memory) {
        public OffHeapGrowth {
            memory = List.copyOf(memory);
        }
    }

    public static OffHeapGrowth detect(Evidence evidence) {
        long warm = WarmUp.endNanos(evidence);
        List<NonHeapSample> samples = evidence.nonHeap().stream()
                .filter(sample -> sample.uptimeNanos() >= warm)
                .toList();
        double least = HeapGrowthDetector.LEAST_GROWTH * Math.max(evidence.maxHeapBytes(), 64L << 20);
        List<String> memory = new ArrayList<>();
        addIfRising(memory, "Direct buffers", samples, NonHeapSample::directBytes, least);
        addIfRising(memory, "Mapped buffers", samples, NonHeapSample::mappedBytes, least);
        addIfRising(memory, "Metaspace (loaded classes)", samples, NonHeapSample::metaspaceBytes, least);
        Trend threads = Trend.of(
                series(samples, NonHeapSample::threads), evidence.settings().crowd());
        long now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).threads();
        return new OffHeapGrowth(threads, now, memory);
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
