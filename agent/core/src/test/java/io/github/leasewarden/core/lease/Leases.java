package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.rule.RuleException;
import io.github.leasewarden.instrumentation.rule.RuleReader;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A registry and expirer driven by hand: hooks are called as woven code would, time passes when a test says so, and no thread of the
 * expirer runs.
 */
final class Leases implements AutoCloseable {
    /** A resource the agent can release. */
    static class Thing {
        volatile int closed;
        /** What the rule asks for. */
        volatile boolean busy;

        final Object home;

        Thing() {
            this("home");
        }

        Thing(Object home) {
            this.home = home;
        }

        public void close() {
            closed++;
        }
    }

    static final String THINGS = """
            {"schema": 1, "rules": [{
              "id": "acme.thing", "kind": "thing", "type": "acme.Thing",
              "open": [{"on": ["<init>"], "keep": "none"}],
              "use": [{"on": ["use"], "inFlight": true}],
              "release": [{"on": ["close"]}],
              "scope": [{"on": ["work"], "owner": "arg0"}],
              "acquire": [{"on": ["connect"], "child": "return"}],
              "derive": [{"on": ["begin"], "child": "return", "keepsParent": true}],
              "register": [{"on": ["add/1"], "handle": "arg0"}],
              "expire": {
                "action": {"on": "handle", "call": "close"}, "onIdle": true, "onOwnerEnd": true, "onShutdown": true,
                "onHandleCollected": {"on": "held", "call": "close"},
                "busyWhen": ["busy"], "maxOpen": {"setting": "things.max", "per": "home"}
              }
            }, {
              "id": "acme.bus", "kind": "listener", "type": "acme.Bus",
              "register": [{"on": ["add/1"], "handle": "arg0"}],
              "expire": {"action": {"on": "receiver", "call": "remove", "args": ["handle"]}, "onOwnerEnd": true}
            }]}
            """;

    final AtomicLong nanos = new AtomicLong(1);
    final CoarseClock clock = new CoarseClock(nanos::get);
    final LeaseRegistry registry;
    final Expirer expirer;
    final List<String> warnings = new ArrayList<>();
    final AtomicLong collections = new AtomicLong();
    private final Map<Hook.Operation, Integer> points = new HashMap<>();
    private final RuleBook book;

    Leases(LeaseSettings settings) {
        try {
            List<Rule> rules = RuleReader.parse("test", THINGS);
            book = new RuleBook(List.of(), rules);
        } catch (RuleException e) {
            throw new AssertionError(e);
        }
        for (WeavePoint point : book.points()) {
            points.putIfAbsent(point.hook().operation(), point.id());
        }
        registry = new LeaseRegistry(clock, settings, type -> {});
        registry.bind(book);
        expirer = new Expirer(
                registry,
                type -> {},
                warnings::add,
                collections::incrementAndGet,
                () -> {},
                Clock.systemUTC(),
                new SplittableRandom(42));
    }

    /** Settings with a TTL for things and no owner grace to speak of. */
    static LeaseSettings settings(Mode mode, Duration ttl) {
        return settings(mode, ttl, 10_000);
    }

    static LeaseSettings settings(Mode mode, Duration ttl, int expiriesPerSecond) {
        LeaseSettings defaults = LeaseSettings.defaults();
        return new LeaseSettings(
                mode,
                Map.of(),
                Map.of("thing", ttl, "listener", ttl),
                null,
                10,
                Map.of(),
                defaults.maxLeases(),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                expiriesPerSecond,
                false,
                Duration.ofSeconds(1));
    }

    int point(Hook.Operation operation) {
        return points.get(operation);
    }

    /** What a woven constructor does. */
    Lease open(Object handle) {
        Object lease = registry.opened(point(Hook.Operation.OPEN), handle, null, null, null);
        if (lease == null) {
            throw new AssertionError("no lease");
        }
        return (Lease) lease;
    }

    /** Opens from one place of the application, for an owner. */
    Lease openFor(Object owner, Object handle) {
        return (Lease) registry.opened(point(Hook.Operation.OPEN), handle, owner, null, null);
    }

    void release(Lease lease) {
        registry.released(0, lease);
    }

    int registerPoint() {
        for (WeavePoint point : book.points()) {
            if (point.rule().id().equals("acme.bus")) {
                return point.id();
            }
        }
        throw new AssertionError();
    }

    /** Lets lease time pass, with a sweep at every tenth of a second. */
    void pass(Duration span) {
        for (long i = 0; i < span.toMillis() / 100; i++) {
            nanos.addAndGet(CoarseClock.TICK_NANOS);
            expirer.tick(List.of());
        }
    }

    SiteCount onlySite() {
        List<SiteCount> sites = new Censuses(registry).take().sites();
        if (sites.size() != 1) {
            throw new AssertionError("sites: " + sites);
        }
        return sites.get(0);
    }

    @Override
    public void close() {
        expirer.close();
    }
}
