package io.github.leasewarden.core.lease;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leases opened since the expirer's last tick, so that it can take them in: a {@link Lane} for each thread that finds its own free, and
 * lock-free stacks for the others, striped by thread. Ended leases are left out by later additions; so a release costs nothing here.
 *
 * <p>Adding is safe from any thread, taking out belongs to one. Nodes are objects of their own: were leases linked to each other, a closed
 * handle that the application keeps would keep every lease opened before it.
 */
final class NewLeases {
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
    /** Null unless a test extension asked which test opens what. */
    private volatile @Nullable TestScopes tests;

    NewLeases(Lanes lanes) {
        this.lanes = lanes;
    }

    void attributeTo(TestScopes scopes) {
        tests = scopes;
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
        TestScopes watching = tests;
        if (watching != null) {
            watching.opened(lease);
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

    /** How many of the lanes' slots hold a lease, ended or not. */
    int held() {
        int held = 0;
        for (Lane lane : lanes.all()) {
            held += lane.held();
        }
        return held;
    }

    /** Takes out what was added since the last time and is not over; the expirer only. A lease may come twice. */
    void takeNew(Consumer<Lease> taker) {
        for (Lane lane : lanes.all()) {
            lane.takeNew(taker);
        }
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            if (heads.get(stripe * SPACING) == null) {
                continue;
            }
            for (Node node = heads.getAndSet(stripe * SPACING, null); node != null; node = node.next) {
                if (!node.lease.isOver()) {
                    taker.accept(node.lease);
                }
            }
        }
    }
}
