package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Expire;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What collections tell: handles that died unreleased, and receivers that took their registrations with them. One thread.
 */
final class Abandoned {
    private final ReferenceQueue<Object> queue;
    private final ArrayDeque<Lease> waiting = new ArrayDeque<>();

    Abandoned(ReferenceQueue<Object> queue) {
        this.queue = queue;
    }

    /** Takes in what was collected; waits at most so long for the first. Returns leases whose resource is still held. */
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

    private static void collected(Lease lease, List<Lease> found) {
        if (!lease.isOpen()) {
            return;
        }
        RuleState rule = lease.site().rule();
        if (rule.rule().expire().onHandleCollected() == Expire.HandleCollected.ENDS) {
            if (lease instanceof Registration) {
                ((Registration) lease).table().remove((Registration) lease);
            }
            ended(lease);
            return;
        }
        lease.site().abandoned.incrementAndGet();
        if (rule.mode() == Mode.OBSERVE || lease.site().isDisarmed()) {
            lease.forget(); // we will not release it, so we must not be what keeps it
        } else {
            found.add(lease);
        }
    }

    private static void ended(Lease lease) {
        if (lease.collected()) {
                lease.site().collected.addAndGet(lease.weight());
        }
    }

    /** Puts one back that is still being read. */
    void later(Lease lease) {
        synchronized (waiting) {
            waiting.add(lease);
        }
    }

    /** Those put back. */
    List<Lease> takeWaiting() {
        synchronized (waiting) {
            List<Lease> taken = new ArrayList<>(waiting);
            waiting.clear();
            return taken;
        }
    }
}
