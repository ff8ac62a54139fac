package io.github.leasewarden.core.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leases in the order in which they may fall due: a ring of {@value #SLOTS} slots, each a {@value #STEPS}th of the longest wait. Turning it
 * costs what is in the slots whose time came. Nothing is moved when a lease is used: whoever takes a lease out looks at its last use and
 * puts it back. Not thread-safe.
 */
final class DueWheel {
    private static final int SLOTS = 64;
    /** Fewer than slots, so that the slot of the longest wait is never the one being emptied. */
    private static final int STEPS = 48;

    private final List<@Nullable ArrayDeque<Lease>> slots = new ArrayList<>(Collections.nCopies(SLOTS, null));
    private final int width;
    /** Number of the last slot that was emptied, counted from the start of time. */
    private int turned;

    private int size;

    /** @param longestWait the most ticks between now and the due time of what is put in */
    DueWheel(int longestWait) {
        this.width = Math.max(1, (longestWait + STEPS - 1) / STEPS);
    }

    /** @param due the tick at which to look at it, rounded up to the end of a slot; what is too far ahead comes early */
    void put(Lease lease, int due) {
        int number = Math.min(turned + SLOTS, Math.max(turned + 1, (due - 1) / width + 1));
        ArrayDeque<Lease> slot = slots.get(number % SLOTS);
        if (slot == null) {
            slot = new ArrayDeque<>();
            slots.set(number % SLOTS, slot);
        }
        slot.add(lease);
        size++;
    }

    /**
     * Takes out what may be due.
     *
     * @param most how many at most; the rest comes next time
     * @param taken may put leases back, due after now
     */
    void turn(int now, int most, Consumer<Lease> taken) {
        int left = most;
        while (turned < now / width) {
            int next = (turned + 1) % SLOTS;
            ArrayDeque<Lease> slot = slots.get(next);
            for (Lease lease = poll(slot); lease != null; lease = poll(slot)) {
                size--;
                taken.accept(lease);
                if (--left == 0) {
                    return;
                }
            }
            slots.set(next, null);
            turned++;
        }
    }

    private static @Nullable Lease poll(@Nullable ArrayDeque<Lease> slot) {
        return slot == null ? null : slot.poll();
    }

    void forEach(Consumer<Lease> visitor) {
        for (ArrayDeque<Lease> slot : slots) {
            if (slot != null) {
                slot.forEach(visitor);
            }
        }
    }

    /** Lets go of ended leases. */
    void compact() {
        size = 0;
        for (int i = 0; i < SLOTS; i++) {
            ArrayDeque<Lease> slot = slots.get(i);
            if (slot != null && !slot.isEmpty()) {
                ArrayDeque<Lease> open = new ArrayDeque<>();
                for (Lease lease : slot) {
                    if (!lease.isOver()) {
                        open.add(lease);
                    }
                }
                slots.set(i, open);
                size += open.size();
            }
        }
    }

    int size() {
        return size;
    }
}
