package io.github.leasewarden.core.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest expiries, and bursts of them for the log: the first of a site and cause is told at once, those that follow together, once a
 * minute. Thread-safe; never used by hooks.
 */
final class ExpiryLog {
    private static final int KEPT = 200;
    private static final int MOST_BURSTS = 1000;
    private static final int MINUTE_TICKS = 600;

    private static final class Burst {
        private int toldAt;
        private long untold;
        private ExpiryEvent newest;

        Burst(ExpiryEvent first) {
            this.newest = first;
        }
    }

    private final ArrayDeque<ExpiryEvent> newest = new ArrayDeque<>();
    private final Map<String, Burst> bursts = new HashMap<>();

    synchronized void add(ExpiryEvent event) {
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(event);
        String key = event.fingerprint() + event.cause() + event.outcome();
        Burst burst = bursts.get(key);
        if (burst == null) {
            if (bursts.size() >= MOST_BURSTS) {
                return;
            }
            burst = new Burst(event);
            bursts.put(key, burst);
        }
        burst.newest = event;
        burst.untold++;
    }

    synchronized List<ExpiryEvent> newest() {
        return new ArrayList<>(newest);
    }

    /**
     * A sentence for each burst that is due.
     *
     * @param all at exit: also those whose minute is not over
     */
    synchronized List<String> takeBursts(int now, boolean all) {
        List<String> sentences = new ArrayList<>();
        for (Burst burst : bursts.values()) {
            if (burst.untold > 0 && (all || burst.toldAt == 0 || now - burst.toldAt >= MINUTE_TICKS)) {
                sentences.add((burst.untold > 1 ? burst.untold + " alike: " : "") + burst.newest.cause() + ": "
                        + burst.newest.sentence());
                burst.untold = 0;
                burst.toldAt = now;
            }
        }
        return sentences;
    }
}
