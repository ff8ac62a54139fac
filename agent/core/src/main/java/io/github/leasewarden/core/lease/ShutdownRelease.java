package io.github.leasewarden.core.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Releases what nobody uses any more, when the JVM exits: leases without a call in flight and without a use for a second, so that the
 * application's own shutdown hooks have their turn. Only what is held outside the JVM too; a listener ends with it anyway. Not in
 * observe mode.
 */
final class ShutdownRelease {
    private static final Duration QUIET = Duration.ofSeconds(1);
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
        long end = System.nanoTime() + most.toNanos();
        List<Lease> open = releasable();
        while (!open.isEmpty() && System.nanoTime() < end - RESERVED_NANOS) {
            registry.clock().advance();
            int now = registry.clock().now();
            open.removeIf(lease -> !lease.isOpen() || submitted(lease, now));
            Thread.sleep(20);
        }
        releaser.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private boolean submitted(Lease lease, int now) {
        boolean quiet = lease.calls() == 0 && now - lease.lastUse() >= CoarseClock.ticks(QUIET);
        if (quiet && releaser.hasRoom()) {
            releaser.submit(lease, Cause.SHUTDOWN, new Due(lease, Cause.SHUTDOWN, 0).reason(now));
            return true;
        }
        return false;
    }

    private List<Lease> releasable() {
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
        open.removeIf(lease -> !isReleasable(lease));
        return open;
    }

    private static boolean isReleasable(RuleState rule) {
        return rule.mode() != Mode.OBSERVE && rule.rule().expire().onShutdown();
    }

    private boolean isReleasable(Lease lease) {
        RuleState rule = lease.site().rule();
        return isReleasable(rule)
                && lease.isOpen()
                && !lease.site().isDisarmed()
                && (rule.rule().expire().heldWhen().isEmpty() || probes.stillHolds(lease));
    }
}
