package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.detection.ContainerGrowth;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.pressure.Alerts.Level;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.reports.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory of the container near its limit, where the kernel kills the process without a word. The heap may be well all the while: buffers,
 * metaspace, stacks and native libraries count too. Critical half-way from the threshold to the limit; withdrawn a tenth lower. While the
 * memory cannot be read nothing is raised and nothing withdrawn.
 */
final class ContainerAlert implements AlertRule {
    private static final double HYSTERESIS = 0.9;

    private final double warn;
    private final double critical;
    private final Standing standing = new Standing();

    ContainerAlert(AlertSettings settings) {
        this.warn = settings.container();
        this.critical = (1 + settings.container()) / 2;
    }

    @Override
    public AlertSource source() {
        return AlertSource.CONTAINER;
    }

    @Override
    public Level level() {
        return standing.level();
    }

    @Override
    public @Nullable News look(Look look) {
        List<ContainerSample> samples = look.evidence().container();
        ContainerSample last = Evidence.newest(samples);
        if (last == null || last.limitBytes() <= 0) {
            return null;
        }
        double share = (double) last.usedBytes() / last.limitBytes();
        return standing.moveTo(
                level(share),
                Math.round(share * 100) + " % of the container's memory is in use (" + Amount.bytes(last.usedBytes())
                        + " of " + Amount.bytes(last.limitBytes()) + "): " + parts(look, last)
                        + untilLimit(ContainerGrowth.secondsToLimit(samples)));
    }

    /** Stacks have no figure of their own that a JVM tells. */
    private static String parts(Look look, ContainerSample last) {
        NonHeapSample beside = Evidence.newest(look.evidence().nonHeap());
        long max = look.evidence().maxHeapBytes();
        StringBuilder text = new StringBuilder("heap ").append(Amount.bytes(last.heapBytes()));
        if (max > 0) {
            text.append(" (at most ").append(Amount.bytes(max)).append(')');
        }
        if (beside == null) {
            return text.append(", all else ")
                    .append(Amount.bytes(Math.max(0, last.usedBytes() - last.heapBytes())))
                    .toString();
        }
        long rest = last.usedBytes() - last.heapBytes() - beside.metaspaceBytes() - beside.directBytes();
        return text.append(", metaspace ")
                .append(Amount.bytes(beside.metaspaceBytes()))
                .append(", direct buffers ")
                .append(Amount.bytes(beside.directBytes()))
                .append(", the rest ")
                .append(Amount.bytes(Math.max(0, rest)))
                .append(" with the stacks of ")
                .append(beside.threads())
                .append(" threads")
                .toString();
    }

    private static String untilLimit(@Nullable Double seconds) {
        return seconds == null
                ? ""
                : "; at the present rate the limit is reached in " + Amount.duration(Math.round(seconds));
    }

    private Level level(double share) {
        Level before = standing.level();
        if (share >= (before == Level.CRITICAL ? critical * HYSTERESIS : critical)) {
            return Level.CRITICAL;
        }
        return share >= (before == Level.INFO ? warn : warn * HYSTERESIS) ? Level.WARN : Level.INFO;
    }
}
