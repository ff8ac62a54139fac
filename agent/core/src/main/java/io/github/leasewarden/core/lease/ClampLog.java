package io.github.leasewarden.core.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** What was clamped from what to what: a silent override would be worse than none. Thread-safe. */
public final class ClampLog {

    /**
     * One clamp.
     *
     * @param rule id of the rule
     * @param setting option key that set the limit
     * @param from what the application asked for, in the getter's unit
     * @param to what the library got
     */
    public record Entry(String rule, String setting, long from, long to) {}

    private static final int MAX = 200;

    private final ConcurrentHashMap<Entry, Boolean> seen = new ConcurrentHashMap<>();

    void note(String rule, String setting, long from, long to) {
        Entry entry = new Entry(rule, setting, from, to);
        if (seen.size() < MAX && !seen.containsKey(entry)) {
            seen.putIfAbsent(entry, Boolean.FALSE);
        }
    }

    /** Every distinct clamp. */
    public List<Entry> all() {
        return new ArrayList<>(seen.keySet());
    }

    /** Clamps not handed out before, for the log. */
    public List<Entry> takeNew() {
        List<Entry> fresh = new ArrayList<>();
        seen.forEach((entry, told) -> {
            if (!told && seen.replace(entry, Boolean.FALSE, Boolean.TRUE)) {
                fresh.add(entry);
            }
        });
        return fresh;
    }
}
