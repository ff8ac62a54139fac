package io.github.leasewarden.core.lease;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What collections tell: handles that died unreleased, and receivers that took their registrations with them. {@link #take} belongs to one
 * thread, {@link #later} may be called by any.
 */
final class Abandoned {
    /** A pending acquisition of a session nobody can reach is given up after ten minutes. */
    private static final int LONGEST_ACQUISITION_TICKS = 6_000;

    private final ReferenceQueue<Object> queue;
    private final CoarseClock clock;
    private final Probes probes;
    /** Acquisitions still pending. */
    private final ConcurrentLinkedQueue<Lease> waiting = new ConcurrentLinkedQueue<>();
    /** Counted and handed over once, and put back. */
    private final ConcurrentLinkedQueue<Lease> putOff = new ConcurrentLinkedQueue<>();

    Abandoned(ReferenceQueue<Object> queue, CoarseClock clock, Probes probes) {
        this.clock = clock;
        this.queue = queue;
        this.probes = probes;
    }

    /** Takes in what was collected; waits at most so long for the first. Returns leases that still hold something. */
    List<Lease> take(long waitMillis) throws InterruptedException {
        List<Lease> found = new ArrayList<>();
        for (Reference<?> reference = queue.remove(Math.max(1, waitMillis));
                reference != null;
                reference = queue.poll()) {
            if (reference instanceof Registrations) {
                for (Registration each : ((Registrations) reference).all()) {
                    ended(each);
                }
            } else if (reference instanceof Lease) {
                collected((Lease) reference, found);
            }
        }
        return found;
    }

    private void collected(Lease lease, List<Lease> found) {
        if (!lease.isOpen()) {
            leaveReceiver(lease);
            return;
        }
        if (lease.calls() > 0 && lease.held() == null && clock.now() - lease.lastUse() < LONGEST_ACQUISITION_TICKS) {
            waiting.add(lease); // a stage is pending that may yet yield something to release
            return;
        }
        RuleState rule = lease.site().rule();
        boolean holds = rule.rule().expire().abandoned() != null && probes.stillHolds(lease);
        if (!holds) {
            ended(lease);
            return;
        }
        lease.site().abandoned.incrementAndGet();
        if (rule.mode() == Mode.OBSERVE || lease.site().isDisarmed()) {
            if (lease.collected()) { // we will not release it, so we must not be what keeps it
                lease.site().lost.addAndGet(lease.weight());
            }
        } else {
            found.add(lease);
        }
    }

    private static void ended(Lease lease) {
        if (lease.collected()) {
            lease.site().collected.addAndGet(lease.weight());
        }
        leaveReceiver(lease);
    }

    /** Nobody can take back a registration whose handle is gone. */
    private static void leaveReceiver(Lease lease) {
        if (lease instanceof Registration) {
            ((Registration) lease).table().remove((Registration) lease);
        }
    }

    /** Puts one back that could not be claimed yet. */
    void later(Lease lease) {
        putOff.add(lease);
    }

    /** Those put back whose time has come; the rest wait on. */
    List<Lease> takeWaiting() {
        List<Lease> found = new ArrayList<>();
        for (Lease lease = putOff.poll(); lease != null; lease = putOff.poll()) {
            if (lease.isOpen()) {
                found.add(lease);
            }
        }
        for (int i = waiting.size(); i > 0; i--) {
            Lease lease = waiting.poll();
            if (lease != null) {
                collected(lease, found);
            }
        }
        return found;
    }
}
