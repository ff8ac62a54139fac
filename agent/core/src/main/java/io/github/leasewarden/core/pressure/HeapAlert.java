package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.pressure.Alerts.Level;
import io.github.leasewarden.core.sampling.HeapSample;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Heap in use after collections. Raised at a threshold, withdrawn a tenth lower, so that a heap that hovers does not cry every time. Never
 * on the raw heap: that says when the next collection is due, not what is alive. After a young collection garbage is still in the old
 * generation, so the lowest of the last few readings counts, back to the last collection that looked at all of it.
 */
final class HeapAlert implements AlertRule {
    private static final double HYSTERESIS = 0.9;
    private static final int READINGS = 3;

    private final AlertSettings settings;
    private final Standing standing = new Standing();
    private boolean toldStale;

    HeapAlert(AlertSettings settings) {
        this.settings = settings;
    }

    @Override
    public AlertSource source() {
        return AlertSource.HEAP;
    }

    @Override
    public Level level() {
        return standing.level();
    }

    @Override
    public @Nullable News look(Look look) {
        List<HeapSample> heap = look.evidence().heap();
        long max = look.evidence().maxHeapBytes();
        if (heap.isEmpty() || max <= 0) {
            return null;
        }
        long now = look.evidence().uptimeNanos();
        Duration age = Duration.ofNanos(now - heap.get(heap.size() - 1).uptimeNanos());
        if (age.compareTo(settings.stale()) > 0) {
            return stale(age);
        }
        toldStale = false;
        long used = lowest(heap, now - settings.stale().toNanos());
        double share = (double) used / max;
        return standing.moveTo(
                level(share),
                Math.round(share * 100) + " % of the heap is in use after a collection (" + (used >> 20) + " of "
                        + (max >> 20) + " MiB)");
    }

    /** Without a collection nobody knows: nothing is raised, nothing withdrawn, and that is said once. */
    private @Nullable News stale(Duration age) {
        if (toldStale || standing.level() == Level.INFO) {
            return null;
        }
        toldStale = true;
        return new News(
                Level.INFO,
                "no collection for " + age.toSeconds()
                        + " s: the reading of the heap is stale, its alert is neither confirmed nor withdrawn");
    }

    private static long lowest(List<HeapSample> heap, long notBefore) {
        long lowest = Long.MAX_VALUE;
        for (int i = heap.size() - 1; i >= Math.max(0, heap.size() - READINGS); i--) {
            HeapSample sample = heap.get(i);
            if (sample.uptimeNanos() < notBefore) {
                break;
            }
            lowest = Math.min(lowest, sample.usedAfterGcBytes());
            if (sample.full()) {
                break;
            }
        }
        return lowest;
    }

    private Level level(double share) {
        Level before = standing.level();
        if (share >= (before == Level.CRITICAL ? settings.critical() * HYSTERESIS : settings.critical())) {
            return Level.CRITICAL;
        }
        return share >= (before == Level.INFO ? settings.warn() : settings.warn() * HYSTERESIS)
                ? Level.WARN
                : Level.INFO;
    }
}
