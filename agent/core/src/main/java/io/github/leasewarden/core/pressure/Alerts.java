package io.github.leasewarden.core.pressure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alert when the heap after a collection passes a threshold, and withdraws it a tenth lower, so that a heap that hovers at the
 * threshold does not cry every time. Never on the raw heap: that says when the next collection is due, not what is alive. Thread-safe.
 */
public final class Alerts {
    private static final int KEPT = 100;
    private static final double HYSTERESIS = 0.9;

    /** How bad it is. */
    public enum Level {
        INFO,
        WARN,
        CRITICAL
    }

    /** One alert. */
    public record Alert(Instant at, Level level, String text) {}

    private final double warn;
    private final double critical;
    private final Clock clock;
    private final ArrayDeque<Alert> newest = new ArrayDeque<>();
    private final List<Alert> untold = new ArrayList<>();
    private Level heapLevel = Level.INFO;

    /**
     * @param warn share of the heap, 0..1
     * @param critical share of the heap, 0..1
     */
    public Alerts(double warn, double critical, Clock clock) {
        this.warn = warn;
        this.critical = Math.max(warn, critical);
        this.clock = clock;
    }

    /**
     * A collection ended.
     *
     * @return the alert it raises, or null
     */
    public synchronized @Nullable Alert heapAfterGc(long usedBytes, long maxBytes) {
        if (maxBytes <= 0) {
            return null;
        }
        double share = (double) usedBytes / maxBytes;
        Level level = level(share);
        boolean worse = level.compareTo(heapLevel) > 0;
        boolean over = level == Level.INFO && heapLevel != Level.INFO;
        heapLevel = level;
        if (!worse && !over) {
            return null;
        }
        String used = Math.round(share * 100) + " % of the heap is in use after a collection (" + (usedBytes >> 20)
                + " of " + (maxBytes >> 20) + " MiB)";
        return raise(level, over ? "back to normal: " + used : used);
    }

    private Level level(double share) {
        if (share >= (heapLevel == Level.CRITICAL ? critical * HYSTERESIS : critical)) {
            return Level.CRITICAL;
        }
        return share >= (heapLevel == Level.INFO ? warn : warn * HYSTERESIS) ? Level.WARN : Level.INFO;
    }

    /** Records an alert of another source. */
    public synchronized Alert raise(Level level, String text) {
        Alert alert = new Alert(clock.instant(), level, text);
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(alert);
        if (untold.size() < KEPT) {
            untold.add(alert);
        }
        return alert;
    }

    /** Those raised since the last call. */
    public synchronized List<Alert> takeNew() {
        List<Alert> taken = List.copyOf(untold);
        untold.clear();
        return taken;
    }

    /** The newest, in order of time. */
    public synchronized List<Alert> newest() {
        return new ArrayList<>(newest);
    }
}
