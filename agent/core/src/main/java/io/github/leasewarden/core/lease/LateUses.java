package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Uses of leases the agent had released: our mistakes, called false positives. The first of a lease is recorded with the using stack and
 * disarms its site. Thread-safe.
 */
final class LateUses {
    private static final int KEPT = 200;

    /** One use after expiry; ticks of lease time. */
    record LateUse(Lease lease, int usedAt, List<String> useFrames) {}

    private final ConcurrentLinkedQueue<LateUse> uses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong count = new AtomicLong();

    void note(Lease lease, int now) {
        int status = lease.status();
        Action action = lease.site().rule().rule().expire().action();
        if ((status != Lease.RELEASING && status != Lease.EXPIRED) || action == null || action.soft()) {
            return;
        }
        count.incrementAndGet();
        boolean first = lease.site().disarm();
        if (first || size.get() < KEPT) {
            size.incrementAndGet();
            uses.add(new LateUse(lease, now, frames(new Throwable().getStackTrace(), lease)));
        }
    }

    private static List<String> frames(StackTraceElement[] stack, Lease lease) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            boolean application = FrameFilter.isApplication(
                    frame.getClassName(), lease.site().rule().rule().packages());
            if (frames.size() < 12 && (application || !frames.isEmpty())) {
                frames.add(frame.toString());
            }
        }
        return frames;
    }

    /** All uses after expiry, also those no longer kept. */
    long count() {
        return count.get();
    }

    List<LateUse> newest() {
        List<LateUse> all = new ArrayList<>(uses);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
