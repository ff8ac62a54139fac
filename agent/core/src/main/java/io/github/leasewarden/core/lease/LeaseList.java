package io.github.leasewarden.core.lease;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All open leases, so that they can be enumerated: a {@link Lane} for each thread that finds its own free, and lock-free stacks for the
 * others, striped by thread. Ended leases are skipped by later additions, and the rest are unlinked by {@link #compact}; so a release
 * costs nothing here.
 *
 * <p>Pushing on a stack is safe from any thread. Only one thread compacts, and only it rewrites {@code next} of nodes already linked: a pusher
 * never relinks them, it only leaves out a prefix of ended ones. Nodes are objects of their own: were leases linked to each other, a
 * closed handle that the application keeps would keep every lease opened before it.
 */
final class LeaseList {
    private static final int STRIPES = 64;
    /** Heads a cache line apart. */
    private static final int SPACING = 16;

    private static final class Node {
        private final Lease lease;
        private @Nullable Node next;

        Node(Lease lease) {
            this.lease = lease;
        }
    }

    private final AtomicReferenceArray<@Nullable Node> heads = new AtomicReferenceArray<>(STRIPES * SPACING);
    private final Lanes lanes;

    LeaseList(Lanes lanes) {
        this.lanes = lanes;
    }

    void add(Lease lease) {
        add(lease, lanes.mine());
    }

    /** @param mine the current thread's lane, or null if it has none */
    void add(Lease lease, @Nullable Lane mine) {
        if (mine == null) {
            push(lease);
        } else {
            mine.add(lease);
        }
    }

    private void push(Lease lease) {
        int slot = ((int) Thread.currentThread().getId() & STRIPES - 1) * SPACING;
        Node node = new Node(lease);
        while (true) {
            Node head = heads.get(slot);
            Node live = head;
            while (live != null && live.lease.isOver()) {
                live = live.next;
            }
            node.next = live;
            if (heads.compareAndSet(slot, head, node)) {
                return;
            }
        }
    }

    /** Visits every lease that is not over, and perhaps some that just ended. */
    void forEach(Consumer<Lease> visitor) {
        for (Lane lane : lanes.all()) {
            lane.forEach(visitor);
        }
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            for (Node node = heads.get(stripe * SPACING); node != null; node = node.next) {
                if (!node.lease.isOver()) {
                    visitor.accept(node.lease);
                }
            }
        }
    }

    /** Unlinks ended leases; one thread only. Returns how many leases are left. */
    long compact() {
        long left = 0;
        for (Lane lane : lanes.all()) {
            left += lane.compact();
        }
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            Node last = heads.get(stripe * SPACING);
            while (last != null) {
                Node after = last.next;
                while (after != null && after.lease.isOver()) {
                    after = after.next;
                }
                last.next = after;
                last = after;
                left++;
            }
        }
        return left;
    }
}
