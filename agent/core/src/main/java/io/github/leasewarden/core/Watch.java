package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.detection.Verdicts;
import io.github.leasewarden.core.lease.AgentThread;
import io.github.leasewarden.core.lease.Censuses;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.lease.Pools;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.report.Cost;
import io.github.leasewarden.core.report.ReportAssembler;
import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.HeapSampler;
import io.github.leasewarden.core.sampling.History;
import io.github.leasewarden.core.sampling.NonHeap;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.UptimeClock;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.instrumentation.weave.Weaver;
import io.github.leasewarden.reports.ReportStore;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at leases, pools and heap at every sample interval, judges, and reports: at every report interval, at each change of verdict, at
 * alerts and at exit. One daemon thread; {@link #last} also from the shutdown hook.
 */
final class Watch {
    private static final int CENSUSES = 240;
    private static final long OFF_SWITCH_MILLIS = 1000;
    private static final long NANOS_BETWEEN_HISTOGRAMS = Duration.ofMinutes(1).toNanos();

    private final AgentConfig config;
    private final AgentLog log;
    private final LeaseRegistry registry;
    private final Expirer expirer;
    private final Weaver weaver;
    private final RuleLedger ledger;
    private final ReportStore store;
    private final RunInfo run;
    private final Cost cost;
    private final UptimeClock clock = UptimeClock.system();
    private final OffSwitch offSwitch;
    private final HeapSampler heap;
    private final @Nullable ClassHistogram histogram;
    private final NonHeap nonHeapReader = new NonHeap(clock);
    private final Pools pools;
    private final Censuses censuses;
    private final Alerts alerts;
    private final History<LeaseCensus> leases = History.thinning(CENSUSES);
    private final History<NonHeapSample> nonHeap = History.thinning(CENSUSES);
    private final History<ClassCensus> classes = History.thinning(24);
    private final AgentThread thread = new AgentThread("watch", this::run);

    private Verdict.State told = Verdict.State.NOT_ENOUGH_DATA;
    private long lastReport;
    private long lastHistogram;
    private boolean finished;

    Watch(
            AgentConfig config,
            AgentLog log,
            LeaseRegistry registry,
            Consumer<Class<?>> opener,
            Expirer expirer,
            Weaver weaver,
            RuleLedger ledger,
            ReportStore store,
            OwnCollections collections,
            OffSwitch offSwitch) {
        this.offSwitch = offSwitch;
        this.config = config;
        this.log = log;
        this.registry = registry;
        this.expirer = expirer;
        this.weaver = weaver;
        this.ledger = ledger;
        this.store = store;
        this.run = RunInfo.read();
        this.cost = new Cost(registry, collections);
        this.alerts =
                new Alerts(config.ratio(Setting.ALERT_WARN), config.ratio(Setting.ALERT_CRITICAL), run.wallClock());
        this.heap = new HeapSampler(clock, config.duration(Setting.HEAP_WARMUP), sample -> {});
        collections.markWith(heap::markOwnGc);
        Duration maxPause = config.durationOrOff(Setting.CENSUS_MAX_PAUSE);
        this.histogram = maxPause == null ? null : new ClassHistogram(clock, collections::mark, maxPause);
        this.pools = new Pools(registry, opener, log::line);
        this.censuses = new Censuses(registry);
    }

    void start() {
        heap.start();
        thread.start();
    }

    private void run() {
        long interval = config.duration(Setting.SAMPLE_INTERVAL).toMillis();
        try {
            long nextLook = System.nanoTime() + interval * 1_000_000;
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(Math.min(interval, OFF_SWITCH_MILLIS));
                if (offSwitch.look()) {
                    last();
                    return;
                }
                if (System.nanoTime() - nextLook >= 0) {
                    nextLook += interval * 1_000_000;
                    look(false);
                }
            }
        } catch (InterruptedException e) {
            // the JVM exits: last() reports
        }
    }

    /** One more look and the last report; called by the shutdown hook. */
    void last() {
        thread.interrupt();
        look(true);
        heap.close();
    }

    private synchronized void look(boolean atExit) {
        if (finished) {
            return;
        }
        finished = atExit;
        try {
            leases.add(censuses.take());
            nonHeap.add(nonHeapReader.read());
            Evidence evidence = evidence();
            Verdict verdict = Verdicts.judge(evidence);
            boolean news = tellVerdict(verdict) | raiseAlerts(evidence);
            tellExpiries(atExit);
            if (verdict.state() == Verdict.State.GROWING || verdict.state() == Verdict.State.LEAK) {
                takeHistogram(atExit);
            }
            long now = clock.uptimeNanos();
            if (atExit
                    || news
                    || now - lastReport
                            >= config.duration(Setting.REPORT_INTERVAL).toNanos()) {
                lastReport = now;
                write(verdict, evidence);
            }
        } catch (RuntimeException | Error e) {
            log.line("a look at the application failed and is left out: " + e);
        }
    }

    private Evidence evidence() {
        return new Evidence(
                heap.heap(),
                leases.list(),
                classes.list(),
                nonHeap.list(),
                pools.read(),
                Runtime.getRuntime().maxMemory(),
                clock.uptimeNanos(),
                new DetectionSettings(config.duration(Setting.HEAP_WARMUP), (int) config.count(Setting.CROWD)));
    }

    private boolean tellVerdict(Verdict verdict) {
        if (verdict.state() == told) {
            return false;
        }
        told = verdict.state();
        log.line("verdict: " + verdict.state().label() + ". " + verdict.reason());
        return true;
    }

    private boolean raiseAlerts(Evidence evidence) {
        if (evidence.heap().isEmpty()) {
            return false;
        }
        Alerts.Alert alert = alerts.heapAfterGc(
                evidence.heap().get(evidence.heap().size() - 1).usedAfterGcBytes(), evidence.maxHeapBytes());
        if (alert != null) {
            log.line("alert " + alert.level() + ": " + alert.text());
        }
        return alert != null;
    }

    private void tellExpiries(boolean all) {
        expirer.takeBursts(all).forEach(log::line);
        for (ClampLog.Entry clamp : registry.clamps().takeNew()) {
            log.line("clamped " + clamp.setting() + " of " + clamp.rule() + " from " + clamp.from() + " to "
                    + clamp.to() + "; switch off with " + clamp.setting() + "=off");
        }
    }

    /** Histograms cost a pause: only on suspicion, spaced, and never at exit. */
    private void takeHistogram(boolean atExit) {
        long now = clock.uptimeNanos();
        if (histogram == null || atExit || (lastHistogram != 0 && now - lastHistogram < NANOS_BETWEEN_HISTOGRAMS)) {
            return;
        }
        lastHistogram = now;
        ClassHistogram.Result result = histogram.best();
        if (result instanceof ClassHistogram.Result.Taken) {
            classes.add(((ClassHistogram.Result.Taken) result).census());
        }
    }

    private void write(Verdict verdict, Evidence evidence) {
        cost.reportWritten();
        store.write(ReportAssembler.assemble(new ReportAssembler.Parts(
                run.wallClock().instant(),
                run.agent(config.mode(), clock.uptimeNanos(), cost.read(expirer.tracked())),
                run.jvm(),
                verdict,
                evidence,
                LeaseDetails.of(registry, run.wallClock().instant()),
                expirer.expiries(),
                registry.clamps().all(),
                alerts.newest(),
                ledger.entries(weaver.warmUp().rules()))));
    }
}
