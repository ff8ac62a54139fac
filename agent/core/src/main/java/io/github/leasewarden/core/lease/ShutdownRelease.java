package io.github.leasewarden.core.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Releases what was forgotten, when the JVM exits: leases that are idle past their TTL and still are after a second, so that the application's
 * own shutdown hooks have their turn. What was used since is none of ours to end: a graceful shutdown may take long, and rolls nothing back.
 * Only what is held outside the JVM too; a listener ends with it anyway. Not in observe mode.
 */
final class ShutdownRelease {
    private static final Duration TURN_OF_OTHERS = Duration.ofSeconds(1);
    private static final long RESERVED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final LeaseRegistry registry;
    private final Releaser releaser;
    private final Probes probes;

    ShutdownRelease(LeaseRegistry registry, Releaser releaser, Probes probes) {
        this.probes = probes;
        this.registry = registry;
        this.releaser = releaser;
    }

    void run(Duration most) throws InterruptedException {
        CoarseClock clock = registry.clock();
        long end = System.nanoTime() + most.toNanos();
        clock.advance();
        int from = clock.now() + CoarseClock.ticks(TURN_OF_OTHERS);
        List<Lease> forgotten = forgotten(clock.now());
        while (!forgotten.isEmpty() && System.nanoTime() < end - RESERVED_NANOS) {
            clock.advance();
            int now = clock.now();
            forgotten.removeIf(lease -> !isForgotten(lease, now) || (now >= from && submitted(lease, now)));
            Thread.sleep(20);
        }
        releaser.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private boolean submitted(Lease lease, int now) {
        if (!releaser.hasRoom()) {
            return false;
        }
        releaser.submit(lease, Cause.SHUTDOWN, new Due(lease, Cause.SHUTDOWN, 0).reason(now));
        return true;
    }

    private static boolean isForgotten(Lease lease, int now) {
        return lease.isOpen() && lease.calls() == 0 && lease.site().rule().isIdle(lease, now);
    }

    private List<Lease> forgotten(int now) {
        List<Lease> open = new ArrayList<>();
        registry.newLeases().takeNew(lease -> {
            if (!lease.isTakenIn()) {
                open.add(lease);
            }
        });
        for (RuleState rule : registry.rules()) {
            if (isReleasable(rule)) {
                open.addAll(rule.leases().open());
            }
        }
        open.removeIf(lease -> !isForgotten(lease, now) || !isReleasable(lease));
        return open;
    }

    private static boolean isReleasable(RuleState rule) {
        return rule.mode() != Mode.OBSERVE && rule.rule().expire().onShutdown();
    }

    private boolean isReleasable(Lease lease) {
        RuleState rule = lease.site().rule();
        return isReleasable(rule)
                && !lease.site().isDisarmed()
                && (rule.rule().expire().heldWhen().isEmpty() || probes.stillHolds(lease));
    }
}
