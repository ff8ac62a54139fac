package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.detection.Verdicts;
import io.github.leasewarden.core.lease.Censuses;
import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.lease.Pools;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.report.Cost;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.inspection.Inquiry;
import io.github.leasewarden.core.inspection.Keepers;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.HeapSampler;
import io.github.leasewarden.core.sampling.History;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.NonHeap;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.OldObjects;
import io.github.leasewarden.core.sampling.Threads;
import io.github.leasewarden.core.sampling.UptimeClock;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.instrumentation.weave.Weaver;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at leases, pools and heap, keeps what it saw over time, and judges it. What it sees is told by others. One caller at a time:
 * {@link Watch} holds its lock.
 */
final class Survey {
    private static final int CENSUSES = 240;

    private final AgentConfig config;
    private final LeaseRegistry registry;
    private final Expirer expirer;
    private final Weaver weaver;
    private final RuleLedger ledger;
    private final Alerts alerts;
    private final RunInfo run;
    private final Cost cost;
    private final UptimeClock clock = UptimeClock.system();
    private final HeapSampler heap;
    private final Inquiry inquiry;
    private final NonHeap nonHeapReader = new NonHeap(clock);
    private final Pools pools;
    private final Censuses censuses;
    private final History<LeaseCensus> leases = History.thinning(CENSUSES);
    private final History<NonHeapSample> nonHeap = History.thinning(CENSUSES);

    Survey(
            AgentConfig config,
            LeaseRegistry registry,
            Consumer<Class<?>> opener,
            Supplier<Class<?>[]> loadedClasses,
            Expirer expirer,
            Weaver weaver,
            RuleLedger ledger,
            OwnCollections collections,
            Alerts alerts,
            RunInfo run,
            Consumer<String> tell) {
        this.config = config;
        this.registry = registry;
        this.expirer = expirer;
        this.weaver = weaver;
        this.ledger = ledger;
        this.alerts = alerts;
        this.run = run;
        this.cost = new Cost(registry, collections);
        this.heap = new HeapSampler(clock, null, sample -> {});
        collections.markWith(heap::markOwnGc);
        Duration maxPause = config.durationOrOff(Setting.CENSUS_MAX_PAUSE);
        this.inquiry = new Inquiry(
                heap,
                maxPause == null ? null : new ClassHistogram(clock, this::liveBytes, collections::mark, maxPause),
                maxPause,
                new Keepers(loadedClasses, System::nanoTime),
                new Threads(clock),
                new OldObjects(tell));
        this.pools = new Pools(registry, opener, tell);
        this.censuses = new Censuses(registry);
    }

    void start() {
        heap.start();
    }

    void close() {
        heap.close();
    }

    /** Nanoseconds since the agent's start. */
    long uptimeNanos() {
        return clock.uptimeNanos();
    }

    Cost cost() {
        return cost;
    }

    /**
     * Looks now, and judges.
     *
     * @param mayPause whether a closer look may stop the application for a moment, if there is suspicion
     */
    Observation take(boolean mayPause) {
        leases.add(censuses.take());
        nonHeap.add(nonHeapReader.read());
        Evidence evidence = inquiry.lookCloser(evidence(), mayPause);
        Verdict verdict = Verdicts.judge(evidence);
        if (!evidence.heap().isEmpty()) {
            alerts.heapAfterGc(
                    evidence.heap().get(evidence.heap().size() - 1).usedAfterGcBytes(), evidence.maxHeapBytes());
        }
        return new Observation(
                run.wallClock().instant(),
                run.agent(config.mode(), clock.uptimeNanos(), cost.read(expirer.tracked())),
                run.jvm(),
                verdict,
                evidence,
                LeaseDetails.of(registry, run.wallClock().instant()),
                expirer.expiries(),
                registry.clamps().all(),
                alerts.newest(),
                ledger.entries(weaver.warmUp().rules()));
    }

    private Evidence evidence() {
        return new Evidence(
                heap.heap(),
                leases.list(),
                List.of(),
                nonHeap.list(),
                pools.read(),
                Inspection.NONE,
                Runtime.getRuntime().maxMemory(),
                clock.uptimeNanos(),
                new DetectionSettings(config.duration(Setting.HEAP_WARMUP), (int) config.count(Setting.CROWD)));
    }

    private long liveBytes() {
        HeapSample latest = heap.latest();
        return latest == null ? -1 : latest.usedAfterGcBytes();
    }
}
