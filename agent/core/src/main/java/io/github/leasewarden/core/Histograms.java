package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.HeapSampler;
import io.github.leasewarden.core.sampling.History;
import io.github.leasewarden.core.sampling.PlatformServer;
import io.github.leasewarden.core.sampling.UptimeClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Class histograms on suspicion and as evidence: each costs a pause, so at most one a minute for whatever reason. One thread. */
final class Histograms {
    private static final long NANOS_BETWEEN = Duration.ofMinutes(1).toNanos();
    private static final int KEPT = 24;

    private final UptimeClock clock;
    private final Duration patience;
    private final @Nullable ClassHistogram histogram;
    private final History<ClassCensus> taken = History.thinning(KEPT);
    private long lastTried;
    private ClassHistogram.Result last = new ClassHistogram.Result.Refused("no class histogram was taken yet");

    Histograms(AgentConfig config, UptimeClock clock, Supplier<HeapSampler.OwnGc> ownGc) {
        this.clock = clock;
        this.patience = config.duration(Setting.HEAP_WARMUP);
        Duration maxPause = config.durationOrOff(Setting.CENSUS_MAX_PAUSE);
        this.histogram = maxPause == null ? null : new ClassHistogram(clock, ownGc, maxPause);
    }

    /** One of now or of the last minute, or why there is none. */
    ClassHistogram.Result take() {
        if (histogram == null) {
            return new ClassHistogram.Result.Refused("class histograms are switched off (census.max-pause)");
        }
        long now = clock.uptimeNanos();
        if (lastTried != 0 && now - lastTried < NANOS_BETWEEN) {
            return last;
        }
        if (!PlatformServer.mayBeUsed(Duration.ofNanos(now), patience)) {
            return new ClassHistogram.Result.Refused(
                    "no class histogram: it needs the platform's MBean server, which the application did not start yet");
        }
        lastTried = now;
        last = histogram.best();
        if (last instanceof ClassHistogram.Result.Taken census) {
            taken.add(census.census());
        }
        return last;
    }

    /** All taken so far, oldest first. */
    List<ClassCensus> list() {
        return taken.list();
    }
}
