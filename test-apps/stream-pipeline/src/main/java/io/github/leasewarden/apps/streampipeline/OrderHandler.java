package io.github.leasewarden.apps.streampipeline;

import java.util.concurrent.locks.LockSupport;

/** Books orders, one at a time and not as fast as they can be read. Used by one thread. */
final class OrderHandler {
    private final long workNanos;
    private int last;
    private int booked;
    private int refused;
    private boolean inOrder = true;
    private long checksum;

    OrderHandler(long workNanos) {
        this.workNanos = workNanos;
    }

    void handle(Order order) {
        inOrder &= order.number() == last + 1;
        last = order.number();
        if (!order.valid()) {
            refused++;
            throw new IllegalArgumentException("order " + order.number() + " has no customer");
        }
        for (byte each : order.payload()) {
            checksum += each;
        }
        if (workNanos > 0) {
            LockSupport.parkNanos(workNanos);
        }
        booked++;
    }

    /** What became of the orders. */
    String summary() {
        return "booked: " + booked + ", refused: " + refused + ", in order: " + inOrder;
    }

    long checksum() {
        return checksum;
    }
}
