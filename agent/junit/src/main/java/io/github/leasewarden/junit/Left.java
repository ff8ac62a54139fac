package io.github.leasewarden.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leases of one site that were not released.
 *
 * @param kind for example {@code neo4j-session}
 * @param rule id of the rule that made them
 * @param count how many
 * @param frames the opening line and its callers, the application's own first; empty when unknown
 */
record Left(String kind, String rule, long count, List<String> frames) {

    Left {
        frames = List.copyOf(frames);
    }

    /** From the agent's answer. */
    static List<Left> of(Map<String, Object> answer) {
        List<Left> all = new ArrayList<>();
        for (Object lease : list(answer.get("leases"))) {
            Map<?, ?> map = (Map<?, ?>) lease;
            Object count = map.get("count");
            all.add(new Left(
                    String.valueOf(map.get("kind")),
                    String.valueOf(map.get("rule")),
                    count instanceof Long ? (Long) count : 0,
                    list(map.get("frames")).stream().map(String::valueOf).toList()));
        }
        return all;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List ? (List<?>) value : List.of();
    }

    /** The frames down to where JUnit or the JDK takes over: how they got here helps nobody. */
    List<String> callers() {
        int end = Math.min(1, frames.size());
        while (end < frames.size()
                && !frames.get(end).startsWith("org.junit.")
                && !frames.get(end).startsWith("java.base/")) {
            end++;
        }
        return frames.subList(0, end);
    }

    /** The line to fix. */
    String line() {
        return frames.isEmpty() ? "a place that is not known" : frames.get(0);
    }
}
