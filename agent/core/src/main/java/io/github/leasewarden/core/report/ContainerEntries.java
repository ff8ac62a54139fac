package io.github.leasewarden.core.report;

import io.github.leasewarden.core.detection.ContainerGrowth;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.reports.ContainerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The container's memory as the report shows it. Pure translation. */
public final class ContainerEntries {
    private ContainerEntries() {}

    /** Null where nothing limits the container, or nobody can say. */
    public static @Nullable ContainerEntry of(Evidence evidence) {
        List<ContainerSample> samples = evidence.container();
        ContainerSample last = Evidence.newest(samples);
        if (last == null) {
            return null;
        }
        Double seconds = ContainerGrowth.secondsToLimit(samples);
        return new ContainerEntry(
                last.limitBytes(),
                last.usedBytes(),
                Math.max(0, evidence.maxHeapBytes()),
                last.usedBytes() == 0 ? 0 : Math.max(0, 1 - (double) last.heapBytes() / last.usedBytes()),
                seconds == null ? null : (Long) seconds.longValue(),
                last.oomKills() < 0 ? null : (Long) last.oomKills());
    }
}
