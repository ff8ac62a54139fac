package io.github.leasewarden.core;

import io.github.leasewarden.core.alert.AlertDelivery;
import io.github.leasewarden.core.alert.AlertEvidence;
import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.detection.Verdicts;
import io.github.leasewarden.core.export.Exports;
import io.github.leasewarden.core.inspection.ApplicationCode;
import io.github.leasewarden.core.inspection.Histograms;
import io.github.leasewarden.core.inspection.Inquiry;
import io.github.leasewarden.core.inspection.Keepers;
import io.github.leasewarden.core.lease.Censuses;
import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.lease.PoolDemands;
import io.github.leasewarden.core.lease.Pools;
import io.github.leasewarden.core.pressure.AlertRules;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.pressure.Look;
import io.github.leasewarden.core.reconnect.Reconnects;
import io.github.leasewarden.core.report.Cost;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.core.report.Totals;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.ContainerMemory;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.HeapSampler;
import io.github.leasewarden.core.sampling.History;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.JvmHistogram;
import io.github.leasewarden.core.sampling.NonHeap;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.OldObjects;
import io.github.leasewarden.core.sampling.PlatformServer;
import io.github.leasewarden.core.sampling.ThreadStarts;
import io.github.leasewarden.core.sampling.Threads;
import io.github.leasewarden.core.sampling.UptimeClock;
import io.github.leasewarden.core.stream.Streams;
import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.instrumentation.weave.Weaver;
import io.github.leasewarden.reports.SwitchedOff;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at leases, pools and heap, keeps what it saw over time, and judges it. What it sees is told by others. One caller at a time:
 * {@link Watch} takes {@link Turns}.
 */
final class Survey {
    private static final int CENSUSES = 240;

    private final AgentConfig config;
    private final LeaseRegistry registry;
    private final Expirer expirer;
    private final Weaver weaver;
    private final RuleLedger ledger;
    private final Alerts alerts;
    private final AlertRules alertRules;
    private final AlertEvidence evidenceFiles;
    private final AlertDelivery delivery;
    private final Exports exports;
    private final Notes notes;
    private final RunInfo run;
    private final Streams streams;
    private final Reconnects reconnects;
    private final Cost cost;
    private final UptimeClock clock = UptimeClock.system();
    private final WorkingTime working = new WorkingTime(clock, Exit::begun);
    private final HeapSampler heap;
    private final Histograms histograms;
    private final Inquiry inquiry;
    private final NonHeap nonHeapReader = new NonHeap(clock);
    private final ContainerMemory containerReader;
    private final Pools pools;
    private final PoolDemands demands;
    private final Censuses censuses;
    private final History<LeaseCensus> leases = History.thinning(CENSUSES);
    private final History<NonHeapSample> nonHeap = History.thinning(CENSUSES);
    private History<ContainerSample> container = History.thinning(CENSUSES);

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
            AlertEvidence evidenceFiles,
            AlertDelivery delivery,
            Exports exports,
            RunInfo run,
            Notes notes,
            Streams streams,
            Reconnects reconnects,
            Consumer<String> tell) {
        this.config = config;
        this.registry = registry;
        this.expirer = expirer;
        this.weaver = weaver;
        this.ledger = ledger;
        this.alerts = alerts;
        this.alertRules = new AlertRules(config.alerts(), alerts, this::storeEvidence);
        this.evidenceFiles = evidenceFiles;
        this.delivery = delivery;
        this.exports = exports;
        this.notes = notes;
        this.run = run;
        this.streams = streams;
        this.reconnects = reconnects;
        this.cost = new Cost(registry, collections);
        ThreadStarts threadStarts = new ThreadStarts();
        this.heap = new HeapSampler(clock, null, threadStarts, sample -> {}, tell);
        collections.markWith(heap::markOwnGc);
        Duration maxPause = config.durationOrOff(Setting.CENSUS_MAX_PAUSE);
        ApplicationCode code = new ApplicationCode(loadedClasses, System::nanoTime);
        this.histograms = new Histograms(
                clock,
                maxPause == null
                        ? null
                        : new ClassHistogram(
                                new JvmHistogram(opener, this::serverMayBeUsed),
                                this::liveBytes,
                                clock,
                                collections::mark,
                                maxPause),
                maxPause,
                code::ours);
        this.inquiry = new Inquiry(
                heap, histograms, new Keepers(code), new Threads(clock, threadStarts), new OldObjects(tell));
        this.containerReader = new ContainerMemory(clock, tell);
        this.pools = new Pools(registry, opener, tell);
        this.demands = new PoolDemands(registry, opener);
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

    /** To be asked between looks as well: what was measured after the last time that it was true is left out. Any thread. */
    boolean applicationWorks() {
        return working.goesOn();
    }

    /** From now on the heap is no longer that of a working application. Any thread. */
    void end() {
        working.end();
    }

    Cost cost() {
        return cost;
    }

    /**
     * Looks now, closer on suspicion and while the application works, and judges.
     *
     * @param off since when and why the agent does nothing any more; null while it works
     */
    Observation take(@Nullable SwitchedOff off) {
        leases.add(censuses.take());
        nonHeap.add(nonHeapReader.read());
        readContainer();
        Evidence evidence = inquiry.lookCloser(evidence(), working.goesOn()).withHeapUntil(working.endNanos());
        Verdict verdict = Verdicts.judge(evidence);
        alertRules.look(new Look(evidence, verdict, heap.collections(), heap.totals()));
        notes.say("heap", heap.capability());
        notes.say("container", containerReader.capability());
        List<ExportCount> exported = exports.counts();
        exported.forEach(count -> notes.say("otlp " + count.signal(), count.sentence()));
        return new Observation(
                run.wallClock().instant(),
                run.agent(config.mode(), clock.uptimeNanos(), cost.read(expirer.tracked()), off),
                run.jvm(),
                verdict,
                evidence,
                LeaseDetails.of(registry, run.wallClock().instant()),
                expirer.expiries(),
                registry.clamps().all(),
                alerts.newest(),
                ledger.entries(weaver.warmUp().rules()),
                streams.statuses(),
                reconnects.statuses(),
                new Totals(
                        registry.falsePositives(),
                        alerts.totals(),
                        alertRules.standing(),
                        delivery.counts(),
                        exported,
                        heap.totals(),
                        notes.list()));
    }

    /** A figure that cannot be read any more is not shown as if it were new. */
    private void readContainer() {
        ContainerSample sample = containerReader.read();
        if (sample == null) {
            container = History.thinning(CENSUSES);
        } else {
            container.add(sample);
        }
    }

    private Evidence evidence() {
        return new Evidence(
                heap.heap(),
                leases.list(),
                List.of(),
                nonHeap.list(),
                container.list(),
                demands.explain(pools.read()),
                Inspection.NONE,
                Runtime.getRuntime().maxMemory(),
                clock.uptimeNanos(),
                new DetectionSettings(config.duration(Setting.HEAP_WARMUP), (int) config.count(Setting.CROWD)));
    }

    private long liveBytes() {
        HeapSample latest = heap.latest();
        return latest == null ? -1 : latest.usedAfterGcBytes();
    }

    private boolean serverMayBeUsed() {
        return PlatformServer.mayBeUsed(Duration.ofNanos(clock.uptimeNanos()), config.duration(Setting.HEAP_WARMUP));
    }

    /** At exit nobody waits for a histogram. */
    private @Nullable String storeEvidence(String alert) {
        return working.goesOn() ? evidenceFiles.store(alert, histograms.recent()) : null;
    }
}
