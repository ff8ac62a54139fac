package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Clamp;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Long> limits;

    /** @param limits by option key, in the unit of the getter they limit; absent means off */
    ClampLog(Map<String, Long> limits) {
        this.limits = limits;
    }

    /** What the library gets for what the application asked for. */
    long clamped(WeavePoint point, long asked) {
        Clamp clamp = point.hook().clamp();
        Long limit = clamp == null ? null : limits.get(clamp.setting());
        if (clamp == null || limit == null) {
            return asked;
        }
        long given = clamp.apply(asked, limit);
        if (given != asked) {
            note(point.rule().id(), clamp.setting(), asked, given);
        }
        return given;
    }

    private void note(String rule, String setting, long from, long to) {
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
