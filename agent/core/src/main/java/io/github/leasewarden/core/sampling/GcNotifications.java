package io.github.leasewarden.core.sampling;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * Collections by MXBean notification: no thread of ours and no start-up cost, but no word of G1's concurrent cycles on 17.
 * Those show only indirectly: a mixed collection is a young one after which the old generation holds less.
 */
final class GcNotifications implements GcSource {
    private final UptimeClock clock;
    private final List<NotificationEmitter> emitters = new ArrayList<>();
    private NotificationListener listener = (notification, handback) -> {};

    GcNotifications(UptimeClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void run(Consumer<GcReading> sink, Runnable running) {
        close();
        Set<String> heapPools = heapPools();
        boolean generationalShenandoah = GenerationalShenandoah.inUse();
        NotificationListener fresh = (notification, handback) -> {
            GcReading reading = read(notification, heapPools, generationalShenandoah);
            if (reading != null) {
                sink.accept(reading);
            }
        };
        listener = fresh;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(fresh, null, null);
                emitters.add(emitter);
            }
        }
        if (emitters.isEmpty()) {
            throw new IllegalStateException("no garbage collector of this JVM sends notifications");
        }
        running.run();
    }

    @Override
    public synchronized void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException alreadyGone) {
                // what we wanted
            }
        }
        emitters.clear();
    }

    private @Nullable GcReading read(Notification notification, Set<String> heapPools, boolean generationalShenandoah) {
        if (!GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType())) {
            return null;
        }
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        String name = info.getGcName();
        String cause = info.getGcCause();
        GcInfo gc = info.getGcInfo();
        Duration duration = Duration.ofMillis(gc.getDuration());
        Instant now = clock.now();
        if (name.endsWith(" Pauses")) {
            return new GcReading(now, now, name, cause, -1, false, false, duration);
        }
        boolean old = Reach.old(name, cause, generationalShenandoah) || mixed(gc);
        return new GcReading(
                now.minus(duration),
                now,
                name,
                cause,
                usedIn(heapPools, gc.getMemoryUsageAfterGc()),
                old,
                Reach.full(name),
                name.endsWith(" Cycles") ? null : duration);
    }

    private static boolean mixed(GcInfo gc) {
        MemoryUsage before = gc.getMemoryUsageBeforeGc().get("G1 Old Gen");
        MemoryUsage after = gc.getMemoryUsageAfterGc().get("G1 Old Gen");
        return before != null && after != null && after.getUsed() < before.getUsed();
    }

    private static long usedIn(Set<String> heapPools, Map<String, MemoryUsage> usages) {
        long sum = 0;
        for (Map.Entry<String, MemoryUsage> usage : usages.entrySet()) {
            if (heapPools.contains(usage.getKey())) {
                sum += usage.getValue().getUsed();
            }
        }
        return sum;
    }

    private static Set<String> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
