package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ContainerSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast the container's memory grows towards its limit. */
public final class ContainerGrowth {
    private static final int RECENT = 30;
    private static final double LEAST_SHARE = 0.01;

    private ContainerGrowth() {}

    /**
     * @param samples oldest first; the newest 30 count
     * @return seconds until the limit at the present rate, or null if the memory does not really grow, or nobody can say yet
     */
    public static @Nullable Double secondsToLimit(List<ContainerSample> samples) {
        ContainerSample last = Evidence.newest(samples);
        if (last == null) {
            return null;
        }
        List<Point> recent = samples.subList(Math.max(0, samples.size() - RECENT), samples.size()).stream()
                .map(sample -> Point.atNanos(sample.uptimeNanos(), sample.usedBytes()))
                .toList();
        Trend trend = Trend.of(recent, LEAST_SHARE * last.limitBytes());
        return trend.rising() && trend.slopePerSecond() > 0
                ? (Double) (Math.max(0, last.limitBytes() - last.usedBytes()) / trend.slopePerSecond())
                : null;
    }
}
