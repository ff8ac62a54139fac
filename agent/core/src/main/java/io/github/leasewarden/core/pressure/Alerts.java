package io.github.leasewarden.core.pressure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The book of alerts: who raises one writes it here, who tells the world reads it here. Bounded. Thread-safe. */
public final class Alerts {
    private static final int KEPT = 100;

    /** How bad it is. */
    public enum Level {
        INFO,
        WARN,
        CRITICAL
    }

    /**
     * One alert.
     *
     * @param text a sentence with the numbers in it
     * @param evidence name of the file beside the reports that shows classes and threads at that moment, or null
     */
    public record Alert(
            Instant at,
            Level level,
            AlertSource source,
            String text,
            @Nullable String evidence) {}

    private final Clock clock;
    private final ArrayDeque<Alert> newest = new ArrayDeque<>();
    private final List<Alert> untold = new ArrayList<>();
    private final Map<Level, Long> totals = new EnumMap<>(Level.class);

    public Alerts(Clock clock) {
        this.clock = clock;
    }

    /** Records an alert without evidence. */
    public Alert raise(Level level, AlertSource source, String text) {
        return raise(level, source, text, null);
    }

    /** Records an alert. */
    public synchronized Alert raise(Level level, AlertSource source, String text, @Nullable String evidence) {
        Alert alert = new Alert(clock.instant(), level, source, text, evidence);
        totals.merge(level, 1L, Long::sum);
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

    /** How many were raised so far, also those no longer kept. */
    public synchronized Map<Level, Long> totals() {
        return Map.copyOf(totals);
    }
}
