package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.http.SingleFlight;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/** {@code POST /api/memory/gc} and {@code POST /api/memory/off}. */
final class ActionEndpoints {
    /**
     * What a collection did.
     *
     * @param collected false if the JVM ignored it, as with {@code -XX:+DisableExplicitGC}
     */
    record Collection(boolean collected, long usedBeforeBytes, long usedAfterBytes, long freedBytes, double seconds) {}

    /** The agent's new state. */
    record Off(boolean off) {}

    private final Reach reach;
    private final SingleFlight flight;
    private final SingleFlight.Spacing spacing;
    private final LongSupplier nanoTime;

    /** @param flight shared with whatever else stops the application */
    ActionEndpoints(Reach reach, SingleFlight flight, LongSupplier nanoTime) {
        this.reach = reach;
        this.flight = flight;
        this.nanoTime = nanoTime;
        this.spacing = new SingleFlight.Spacing(Duration.ofMinutes(1), nanoTime);
    }

    Reply gc(Call call) throws Problem {
        return flight.run(() -> {
            spacing.take("a collection is asked for");
            long collections = collections();
            long before = used();
            long start = nanoTime.getAsLong();
            reach.collect().run();
            long took = nanoTime.getAsLong() - start;
            long after = used();
            return Reply.json(new Collection(
                    collections() > collections, before, after, Math.max(0, before - after), took / 1e9));
        });
    }

    Reply off(Call call) {
        reach.off().run();
        return Reply.json(new Off(reach.isOff().getAsBoolean()));
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
