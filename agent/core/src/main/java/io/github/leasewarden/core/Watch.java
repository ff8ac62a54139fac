package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.ReportAssembler;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.ReportStore;
import io.github.leasewarden.reports.SwitchedOff;
import io.github.leasewarden.thread.AgentThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the application surveyed at every sample interval and tells the world: standard error, report files (at every report interval, at
 * each change of verdict, at alerts and at exit), and whoever {@linkplain #onObservation listens}. Daemon threads; {@link #now} and
 * {@link #last} may be called from any other.
 */
public final class Watch {
    private static final long SECOND_MILLIS = 1000;
    /** Of what {@link Background} lets the exit wait. */
    private static final Duration LOOK_WAITS = Duration.ofSeconds(5);

    private final AgentConfig config;
    private final AgentLog log;
    private final LeaseRegistry registry;
    private final Expirer expirer;
    private final Survey survey;
    private final Alerts alerts;
    private final ReportStore store;
    private final OffSwitch offSwitch;
    private final Listeners<Observation> listeners;
    private final Listeners<Alerts.Alert> alertListeners;
    private final Listeners<LeakReport> reportListeners;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Turns turns = new Turns(LOOK_WAITS);
    private final AgentThread thread = new AgentThread("watch", this::run);
    private final Watchdog watchdog;
    private final long intervalMillis;

    private Verdict.State told = Verdict.State.NOT_ENOUGH_DATA;
    private long lastReport;
    /** By {@link System#nanoTime}; the watching thread's. */
    private long nextLook;

    private volatile @Nullable Observation latest;

    Watch(
            AgentConfig config,
            AgentLog log,
            LeaseRegistry registry,
            Expirer expirer,
            Survey survey,
            Alerts alerts,
            ReportStore store,
            OffSwitch offSwitch) {
        this.config = config;
        this.intervalMillis = config.duration(Setting.SAMPLE_INTERVAL).toMillis();
        this.log = log;
        this.listeners = new Listeners<>(log::line);
        this.alertListeners = new Listeners<>(log::line);
        this.reportListeners = new Listeners<>(log::line);
        this.registry = registry;
        this.expirer = expirer;
        this.survey = survey;
        this.alerts = alerts;
        this.store = store;
        this.offSwitch = offSwitch;
        this.watchdog = new Watchdog(turns, log::line);
    }

    /** Calls {@code listener} with every observation from now on, on the watching thread. It must return soon; if it throws, that is logged. */
    public void onObservation(Consumer<Observation> listener) {
        listeners.add(listener);
    }

    /** Calls {@code listener} with every alert from now on, as {@link #onObservation} does with observations. */
    public void onAlert(Consumer<Alerts.Alert> listener) {
        alertListeners.add(listener);
    }

    /** Calls {@code listener} with every report that is written from now on, as {@link #onObservation} does with observations. */
    public void onReport(Consumer<LeakReport> listener) {
        reportListeners.add(listener);
    }

    /** The newest observation, at most a sample interval old unless a look {@linkplain #hanging hangs}; null before the first. */
    public @Nullable Observation latest() {
        return latest;
    }

    /**
     * A fresh observation; it costs what a look costs, so callers limit how often they ask. After the end, and while another look does not come back: the
     * last one.
     */
    public @Nullable Observation now() {
        turns.take(() -> look(false));
        return latest;
    }

    /** The look that does not come back, in one sentence; null while all do. */
    public @Nullable String hanging() {
        return watchdog.hanging();
    }

    void start() {
        survey.start();
        thread.start();
        watchdog.start(ending);
        new AgentThread("off", this::awaitOff).start();
    }

    /** On a thread of its own: looks hang, and so does a disk that is gone. */
    private void awaitOff() {
        try {
            Rounds.run(ending, SECOND_MILLIS, this::lastIfOff, log::line);
        } catch (InterruptedException e) {
            log.line("the thread that looks for a file off was interrupted and ends");
        }
    }

    private void lastIfOff() {
        if (offSwitch.look()) {
            last();
        }
    }

    private void run() {
        nextLook = System.nanoTime() + intervalMillis * 1_000_000;
        try {
            Rounds.run(ending, Math.min(intervalMillis, SECOND_MILLIS), this::round, log::line);
        } catch (InterruptedException e) {
            log.line("the watching thread was interrupted and ends; the last report is still written at exit");
        }
    }

    private void round() {
        boolean works = survey.applicationWorks(); // asked each second, whenever the next look is due
        if (works && System.nanoTime() - nextLook >= 0) {
            nextLook += intervalMillis * 1_000_000;
            turns.take(() -> look(false));
        }
    }

    /** No look begins any more but the last, and none looks closer: Flight Recorder may have ended already. */
    void end() {
        survey.end();
        ending.countDown(); // not interrupted: that would close the file it may be writing
    }

    /** One more look and the last report. Waits a while for a look that goes on. */
    void last() {
        end();
        turns.last(() -> look(true), this::reportWithoutLook);
        survey.close();
    }

    private void look(boolean atExit) {
        try {
            boolean first = latest == null;
            Observation seen = survey.take(offSwitch.state());
            if (!atExit && turns.over()) {
                return;
            }
            latest = seen;
            if (first && !atExit) {
                rehearse(seen);
            }
            boolean news = tellVerdict(seen.verdict()) | tellAlerts();
            tellExpiries(atExit);
            long now = survey.uptimeNanos();
            if (atExit
                    || news
                    || now - lastReport
                            >= config.duration(Setting.REPORT_INTERVAL).toNanos()) {
                lastReport = now;
                survey.cost().reportWritten();
                report(seen);
            }
            listeners.tell(seen);
        } catch (RuntimeException | Error e) {
            log.line("a look at the application failed and is left out: " + e);
        }
    }

    private void reportWithoutLook() {
        Observation before = latest;
        log.line("a look at the application has not ended for " + LOOK_WAITS.toSeconds() + " s, so the last report "
                + (before == null ? "is left out: there was no look before" : "is that of the look before"));
        try {
            tellExpiries(true);
            if (before != null) {
                SwitchedOff off = offSwitch.state();
                report(off == null ? before : before.switchedOff(off));
            }
        } catch (RuntimeException | Error e) {
            log.line("the last report failed and is left out: " + e);
        }
    }

    private void report(Observation seen) {
        LeakReport report = ReportAssembler.assemble(seen);
        store.write(report);
        reportListeners.tell(report);
    }

    /**
     * Writes a report to nowhere. What the first one leaves for good, serializers and the JDK's list of locales that Jackson asks for, is 1.3 MiB: left
     * to the first real report, which comes when somebody counts, it would be growth.
     */
    private static void rehearse(Observation seen) {
        ReportJson.write(ReportAssembler.assemble(seen));
    }

    private boolean tellVerdict(Verdict verdict) {
        if (verdict.state() == told) {
            return false;
        }
        told = verdict.state();
        log.line("verdict: " + verdict.state().label() + ". " + verdict.reason());
        return true;
    }

    private boolean tellAlerts() {
        List<Alerts.Alert> raised = alerts.takeNew();
        for (Alerts.Alert alert : raised) {
            log.line("alert " + alert.level() + ": " + alert.text());
            alertListeners.tell(alert);
        }
        return !raised.isEmpty();
    }

    private void tellExpiries(boolean all) {
        expirer.takeBursts(all).forEach(log::line);
        for (ClampLog.Entry clamp : registry.clamps().takeNew()) {
            log.line("clamped " + clamp.setting() + " of " + clamp.rule() + " from "
                    + (clamp.from() < 0 ? "none" : clamp.from()) + " to " + clamp.to() + "; switch off with "
                    + clamp.setting() + "=off");
        }
    }
}
