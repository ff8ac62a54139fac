package io.github.leasewarden.core;

import io.github.leasewarden.core.alert.AlertDelivery;
import io.github.leasewarden.core.alert.AlertEvidence;
import io.github.leasewarden.core.alert.EvidenceFiles;
import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.export.Exports;
import io.github.leasewarden.core.jfr.JfrEvents;
import io.github.leasewarden.core.jmx.JmxBean;
import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.lease.Kinds;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.reconnect.Reconnects;
import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.core.report.ServiceLabels;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.instrumentation.weave.Weaver;
import io.github.leasewarden.reports.ReportStore;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.thread.AgentThread;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The part of the flow that may take its time: self-test → Expirer → HeapSampler and detectors → reports → what happens at exit. Runs on
 * a daemon thread, so that premain costs the application next to nothing.
 */
final class Background {
    private static final Duration EXIT_RELEASES = Duration.ofMillis(1900);
    /** Half of what Kubernetes waits before it kills. Releases and export have limits of their own, far below. */
    private static final Duration MOST_AT_EXIT = Duration.ofSeconds(15);

    private final AgentConfig config;
    private final AgentLog log;
    private final LeaseRegistry registry;
    private final Consumer<Class<?>> opener;
    private final Supplier<Class<?>[]> loadedClasses;
    private final Weaver weaver;
    private final RuleLedger ledger;
    private final OwnCollections collections;
    private final StreamsStart streams;
    private final Reconnects reconnects;

    Background(
            AgentConfig config,
            AgentLog log,
            LeaseRegistry registry,
            Consumer<Class<?>> opener,
            Supplier<Class<?>[]> loadedClasses,
            Weaver weaver,
            RuleLedger ledger,
            OwnCollections collections,
            StreamsStart streams,
            Reconnects reconnects) {
        this.config = config;
        this.log = log;
        this.registry = registry;
        this.opener = opener;
        this.loadedClasses = loadedClasses;
        this.weaver = weaver;
        this.ledger = ledger;
        this.collections = collections;
        this.streams = streams;
        this.reconnects = reconnects;
    }

    void start() {
        new AgentThread("start", this::run).start();
    }

    private void run() {
        try {
            streams.readings().open(log::line);
            RuleBook book = weaver.warmUp();
            warnOfUnknownRulesAndKinds(book);
            String problem = SelfTest.run();
            Path dir = Path.of(String.valueOf(config.text(Setting.REPORT_DIR)));
            log.line("watching in " + config.mode().name().toLowerCase(Locale.ROOT) + " mode, "
                    + book.rules().size()
                    + " rules, reports in " + dir.toAbsolutePath()
                    + (problem == null ? "" : "; the self-test failed: " + problem));
            Expirer expirer = new Expirer(
                    registry,
                    opener,
                    log::line,
                    collections::collect,
                    this::everyTick,
                    Clock.systemUTC(),
                    new SplittableRandom());
            expirer.start();
            ReportStore store = new ReportStore(
                    dir,
                    (int) config.count(Setting.REPORT_KEEP),
                    config.bytes(Setting.REPORT_MAX_BYTES),
                    Clock.systemUTC(),
                    reason -> log.line("no report written: " + reason));
            OffSwitch offSwitch = new OffSwitch(dir, weaver, expirer, streams.streams(), Clock.systemUTC(), log::line);
            ServiceInfo service = ServiceLabels.of(config, log::line);
            RunInfo runInfo = RunInfo.read(service);
            Alerts alerts = new Alerts(runInfo.wallClock());
            AlertDelivery delivery = delivery(runInfo);
            Exports exports = new Exports();
            Notes notes = new Notes();
            Survey survey = new Survey(
                    config,
                    registry,
                    opener,
                    loadedClasses,
                    expirer,
                    weaver,
                    ledger,
                    collections,
                    alerts,
                    new AlertEvidence(new EvidenceFiles(dir, runInfo.wallClock(), log::line), runInfo.wallClock()),
                    delivery,
                    exports,
                    runInfo,
                    notes,
                    streams.streams(),
                    reconnects,
                    log::line);
            Watch watch = new Watch(config, log, registry, expirer, survey, alerts, store, offSwitch);
            watch.onAlert(delivery::offer);
            watch.onReport(exports::report);
            show(watch, expirer, offSwitch, notes);
            watch.start();
            new Exit(() -> exit(expirer, offSwitch, watch, exports), MOST_AT_EXIT, log::line).register();
            if (config.text(Setting.OTLP_JAR) != null) {
                OtlpStart.start(config, log, watch, runInfo, service, exports, notes);
            }
            if (config.countOrOff(Setting.HTTP_PORT) != null) {
                HttpStart.start(config, log, watch, offSwitch, collections, problem, dir);
            }
        } catch (IllegalStateException e) {
            // the JVM exits already: there is nothing to watch
        } catch (Throwable e) {
            log.line("could not start watching, the application runs on: " + e);
        }
    }

    private void exit(Expirer expirer, OffSwitch offSwitch, Watch watch, Exports exports) {
        watch.end();
        streams.streams().close();
        reconnects.close();
        reconnects.takeNews().forEach(log::line);
        if (!offSwitch.isOff()) {
            expirer.shutdown(EXIT_RELEASES);
        }
        watch.last();
        exports.close();
    }

    private AlertDelivery delivery(RunInfo runInfo) {
        return AlertDelivery.of(
                config.text(Setting.ALERT_COMMAND),
                config.text(Setting.ALERT_WEBHOOK),
                (int) config.count(Setting.ALERT_RATE),
                runInfo.jvm(),
                log::line);
    }

    /** To JMX consoles and Flight Recorder. */
    private void show(Watch watch, Expirer expirer, OffSwitch offSwitch, Notes notes) {
        if (config.flag(Setting.JMX)) {
            watch.onObservation(new JmxBean(
                    watch::latest,
                    offSwitch::isOff,
                    () -> offSwitch.off("an operation of the MBean"),
                    config.duration(Setting.HEAP_WARMUP),
                    log::line,
                    sentence -> notes.say("jmx", sentence)));
        }
        if (config.flag(Setting.JFR_EVENTS)) {
            JfrEvents events = new JfrEvents(sentence -> notes.say("jfr", sentence));
            watch.onObservation(events);
            expirer.onExpiry(events::expired);
        }
    }

    private void everyTick() {
        streams.streams().look();
        streams.streams().takeNews().forEach(log::line);
        reconnects.takeNews().forEach(log::line);
        weaver.scanForSubtypes();
        Throwable suppressed = LeaseHooks.takeLastSuppressed();
        if (suppressed != null) {
            StackTraceElement[] stack = suppressed.getStackTrace();
            log.line("a hook failed, the application did not notice: " + suppressed
                    + (stack.length == 0 ? "" : " at " + stack[0]));
        }
    }

    private void warnOfUnknownRulesAndKinds(RuleBook book) {
        Set<String> known = new TreeSet<>();
        book.rules().forEach(rule -> known.add(rule.id()));
        for (String id : config.ruleModes().keySet()) {
            if (!known.contains(id)) {
                log.line("option mode." + id + " names no rule; known are " + String.join(", ", known));
            }
        }
        Set<String> kinds = new TreeSet<>();
        book.rules().forEach(rule -> kinds.add(rule.kind()));
        kinds.remove(Kinds.SELFTEST);
        for (String kind : config.leases().ttls().keySet()) {
            if (!kinds.contains(kind)) {
                log.line(
                        "option ttl." + kind + " names a kind that no rule has; known are " + String.join(", ", kinds));
            }
        }
    }
}
