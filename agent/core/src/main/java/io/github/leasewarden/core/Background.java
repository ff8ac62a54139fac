package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.lease.AgentThread;
import io.github.leasewarden.core.lease.Censuses;
import io.github.leasewarden.core.lease.CoarseClock;
import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.instrumentation.weave.Weaver;
import java.time.Clock;
import java.util.function.Consumer;

final class Background {
    private final AgentConfig config;
    private final AgentLog log;
    private final LeaseRegistry registry;
    private final Consumer<Class<?>> opener;
    private final Weaver weaver;
    private final RuleLedger ledger;

    Background(
            AgentConfig config,
            AgentLog log,
            CoarseClock clock,
            LeaseRegistry registry,
            Consumer<Class<?>> opener,
            Weaver weaver,
            RuleLedger ledger) {
        this.config = config;
        this.log = log;
        this.registry = registry;
        this.opener = opener;
        this.weaver = weaver;
        this.ledger = ledger;
    }

    void start() {
        new AgentThread("start", this::run).start();
    }

    private void run() {
        try {
            weaver.warmUp();
            Expirer expirer = new Expirer(registry, opener, log::line, weaver::scanNewRoots, Clock.systemUTC());
            expirer.start();
            Thread.sleep(3000);
            log.line(new Censuses(registry).take().toString());
            log.line(expirer.expiries().toString());
            log.line(io.github.leasewarden.hooks.LeaseHooks.suppressed() + " suppressed "
                    + io.github.leasewarden.hooks.LeaseHooks.takeLastSuppressed());
            log.line(config.mode() + " " + ledger.entries(weaver.warmUp().rules()));
        } catch (Throwable e) {
            log.line("x " + e);
        }
    }
}
