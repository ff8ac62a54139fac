package io.github.leasewarden.core.sampling;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JVM for its last collection. {@link HeapSampler} is told of every one, but JFR speaks up to a second late and a notification
 * when its thread gets a core; who has to decide now must ask. Some 10 µs after a collection, well below 1 µs if there was none since.
 * Thread-safe.
 */
public final class LastCollection {

    /**
     * The heap after the last collection.
     *
     * @param number counts collections, so that two readings of one collection are known to be one
     * @param usedBytes bytes in use in all heap pools after it
     * @param endMillis when it ended, after the start of the JVM
     * @param ageMillis how long ago that was
     */
    public record Reading(long number, long usedBytes, long endMillis, long ageMillis) {}

    private final List<GarbageCollectorMXBean> collectors = new ArrayList<>();
    private final Set<String> heapPools = new HashSet<>();
    private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();

    private long number;
    private long usedBytes;
    private long endMillis;

    /** @throws IllegalStateException if this JVM does not tell */
    public LastCollection() {
        for (java.lang.management.GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            // the pauses of ZGC and Shenandoah are part of a cycle, and the heap after a pause says nothing
            if (bean instanceof GarbageCollectorMXBean collector
                    && !collector.getName().endsWith(" Pauses")) {
                collectors.add(collector);
            }
        }
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heapPools.add(pool.getName());
            }
        }
        if (collectors.isEmpty()) {
            throw new IllegalStateException("no garbage collector of this JVM tells of its collections");
        }
    }

    /** The last collection, or null before the first one. */
    public synchronized @Nullable Reading read() {
        long count = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            count += Math.max(0, collector.getCollectionCount());
        }
        if (count != number && !readInfo()) {
            return null;
        }
        number = count;
        return number == 0
                ? null
                : new Reading(number, usedBytes, endMillis, Math.max(0, runtime.getUptime() - endMillis));
    }

    private boolean readInfo() {
        GcInfo newest = null;
        for (GarbageCollectorMXBean collector : collectors) {
            GcInfo info = collector.getLastGcInfo();
            if (info != null && (newest == null || info.getEndTime() >= newest.getEndTime())) {
                newest = info;
            }
        }
        if (newest == null) {
            return false;
        }
        long used = 0;
        for (Map.Entry<String, MemoryUsage> pool :
                newest.getMemoryUsageAfterGc().entrySet()) {
            if (heapPools.contains(pool.getKey())) {
                used += pool.getValue().getUsed();
            }
        }
        usedBytes = used;
        endMillis = newest.getEndTime();
        return true;
    }
}
