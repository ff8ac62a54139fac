package io.github.leasewarden.core.lease;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All open leases, so that they can be enumerated: lock-free stacks, striped by thread. Ended leases are skipped by the next push of
 * their stripe, and the rest are unlinked by {@link #compact} when they are many; so a release costs nothing here.
 *
 * <p>Pushing is safe from any thread. Only one thread compacts, and only it rewrites {@code next} of nodes already linked: a pusher
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

    void add(Lease lease) {
        Node node = new Node(lease);
        int slot = ((int) Thread.currentThread().getId() & STRIPES - 1) * SPACING;
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
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            for (Node node = heads.get(stripe * SPACING); node != null; node = node.next) {
                if (!node.lease.isOver()) {
                    visitor.accept(node.lease);
                }
            }
        }
    }

    /** Unlinks ended leases; one thread only. Returns how many nodes are left. */
    long compact() {
        long left = 0;
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
