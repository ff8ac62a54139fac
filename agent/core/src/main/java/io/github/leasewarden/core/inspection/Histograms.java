package io.github.leasewarden.core.inspection;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.History;
import io.github.leasewarden.core.sampling.UptimeClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All class histograms of this run, on suspicion or as evidence of an alert; each costs a pause. Used by one thread. */
public final class Histograms {
    private static final long RECENT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int KEPT = 32;

    private final UptimeClock clock;
    private final @Nullable ClassHistogram histogram;
    private final @Nullable Duration maxPause;
    private final Supplier<Set<String>> ours;
    private final History<ClassCensus> taken = History.thinning(KEPT);
    private long lastTried = Long.MIN_VALUE / 2;
    private ClassHistogram.Result last = new ClassHistogram.Result.Refused("no class histogram was taken yet");

    /**
     * @param histogram null if they are switched off
     * @param maxPause {@code census.max-pause}; null if they are switched off
     * @param ours names of the agent's classes, its libraries' included: they are not the application's growth
     */
    public Histograms(
            UptimeClock clock,
            @Nullable ClassHistogram histogram,
            @Nullable Duration maxPause,
            Supplier<Set<String>> ours) {
        this.clock = clock;
        this.histogram = histogram;
        this.maxPause = maxPause;
        this.ours = ours;
    }

    /** The longest pause allowed, or null if they are switched off. */
    @Nullable
    Duration maxPause() {
        return maxPause;
    }

    /** A new one, or why there is none. Callers space their calls: see {@link CensusPlan}. */
    ClassHistogram.Result take() {
        if (histogram == null) {
            return new ClassHistogram.Result.Refused("class histograms are switched off (census.max-pause)");
        }
        lastTried = clock.uptimeNanos();
        last = histogram.best();
        if (last instanceof ClassHistogram.Result.Taken census) {
            List<ClassCensus> before = taken.list();
            ClassCensus now = census.census().without(ours.get());
            taken.add(before.isEmpty() ? now : now.sharingNames(before.get(before.size() - 1)));
        }
        return last;
    }

    /** One of the last minute, or a new one, or why there is none. */
    public ClassHistogram.Result recent() {
        return clock.uptimeNanos() - lastTried < RECENT_NANOS ? last : take();
    }

    /** All taken so far, oldest first. */
    public List<ClassCensus> list() {
        return taken.list();
    }
}
