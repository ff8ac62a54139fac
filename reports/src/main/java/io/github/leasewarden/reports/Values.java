package io.github.leasewarden.reports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How every record takes its components: copied, and never able to spoil the JSON. */
final class Values {
    private Values() {}

    /** An immutable copy; an absent list, as an older report may have, is an empty one. */
    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** An immutable copy sorted by key, so that two reports of the same state are the same text. */
    static <V> Map<String, V> map(@Nullable Map<String, V> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** JSON has no NaN and no infinity; a division by zero in a detector must not cost the whole report. */
    static double finite(double given) {
        return Double.isFinite(given) ? given : 0;
    }

    /** A confidence: 0 (a guess) to 1 (certain). */
    static double confidence(double given) {
        return Math.max(0, Math.min(1, finite(given)));
    }
}
