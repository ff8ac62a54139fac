package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.lease.CoarseClock;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.reconnect.Reconnects;
import io.github.leasewarden.hooks.AgentAnswers;
import io.github.leasewarden.hooks.ConnectHooks;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.hooks.StreamHooks;
import io.github.leasewarden.instrumentation.rule.RuleIndex;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.instrumentation.weave.Weaver;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The composition root: the whole flow, in order. premain does only what must happen before the application's first class is loaded;
 * the rest starts on a daemon thread, in {@link Background}.
 */
public final class AgentMain {
    /** Named, not mentioned: mentioning it would load it before the weaver watches. */
    private static final String CANARY = "io.github.leasewarden.instrumentation.selftest.Canary";

    private AgentMain() {}

    /**
     * Called by premain through reflection, after the hook types were defined.
     *
     * @throws IOException if the agent's own jar is incomplete
     */
    public static void start(String argument, Instrumentation instrumentation) throws IOException {
        AgentLog log = new AgentLog(System.err);
        AgentConfig config = AgentConfig.read(argument, System.getProperties(), System.getenv(), log::line);
        if (!config.flag(Setting.ENABLED)) {
            return;
        }
        CoarseClock clock = new CoarseClock(System::nanoTime);
        ModuleOpener opener = new ModuleOpener(instrumentation);
        LeaseRegistry registry = new LeaseRegistry(clock, config.leases(), opener);
        if (!LeaseHooks.install(registry)) {
            log.line("attached twice; the first one stays, this one does nothing");
            return;
        }
        OwnCollections collections = new OwnCollections();
        StreamsStart streams = StreamsStart.of(config, collections, log);
        StreamHooks.install(streams.streams());
        Reconnects reconnects = reconnects(config, opener);
        ConnectHooks.install(reconnects);
        OwnRules own = OwnRules.read(config.ruleFiles(), log::line);
        streams.openFor(own.rules(), log);
        Set<String> names = new LinkedHashSet<>(RuleIndex.builtInNames());
        names.addAll(own.names());
        RuleLedger ledger = new RuleLedger(log::line);
        Weaver weaver = new Weaver(
                instrumentation,
                names,
                () -> own.join(book -> bind(book, registry, streams, reconnects), log::line),
                ledger,
                CANARY);
        weaver.install();
        AgentAnswers.answerWith(new TestQuestions(registry));
        new Background(
                        config,
                        log,
                        registry,
                        opener,
                        instrumentation::getAllLoadedClasses,
                        weaver,
                        ledger,
                        collections,
                        streams,
                        reconnects)
                .start();
    }

    private static Reconnects reconnects(AgentConfig config, ModuleOpener opener) {
        return Reconnects.of(
                config.duration(Setting.RECONNECT_MAX_DELAY),
                config.flag(Setting.RECONNECT_GUARD),
                config.leases()::modeOf,
                opener,
                () -> ThreadLocalRandom.current().nextDouble(),
                LeaseHooks::isInstalled);
    }

    private static void bind(RuleBook book, LeaseRegistry registry, StreamsStart streams, Reconnects reconnects) {
        registry.bind(book);
        streams.streams().bind(book);
        reconnects.bind(book);
    }
}
