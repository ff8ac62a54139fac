package io.github.leasewarden.core.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest expiries, and those not yet told. Thread-safe; never used by hooks. */
final class ExpiryLog {
    private static final int KEPT = 200;

    private final ArrayDeque<ExpiryEvent> newest = new ArrayDeque<>();
    private List<ExpiryEvent> untold = new ArrayList<>();

    synchronized void add(ExpiryEvent event) {
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(event);
        if (untold.size() < 10 * KEPT) {
            untold.add(event);
        }
    }

    synchronized List<ExpiryEvent> newest() {
        return new ArrayList<>(newest);
    }

    /** Expiries since the last call. */
    synchronized List<ExpiryEvent> takeUntold() {
        List<ExpiryEvent> taken = untold;
        untold = new ArrayList<>();
        return taken;
    }
}
