package io.github.leasewarden.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Splits {@code key=value,key=value}; a backslash makes the next character ordinary. */
final class AgentArguments {
    private AgentArguments() {}

    /** Later values win; what is no pair is told to {@code warn} and left out. */
    static Map<String, String> parse(@Nullable String argument, Consumer<String> warn) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (argument == null || argument.isBlank()) {
            return pairs;
        }
        StringBuilder key = new StringBuilder();
        StringBuilder value = null;
        for (int i = 0; i <= argument.length(); i++) {
            boolean end = i == argument.length();
            char c = end ? ',' : argument.charAt(i);
            boolean ordinary = !end && c == '\\' && i + 1 < argument.length();
            if (ordinary) {
                c = argument.charAt(++i);
            }
            if (c == ',' && !ordinary) {
                put(pairs, key, value, warn);
                key = new StringBuilder();
                value = null;
            } else if (c == '=' && !ordinary && value == null) {
                value = new StringBuilder();
            } else {
                (value == null ? key : value).append(c);
            }
        }
        return pairs;
    }

    private static void put(
            Map<String, String> pairs, StringBuilder key, @Nullable StringBuilder value, Consumer<String> warn) {
        String name = key.toString().trim();
        if (value != null && !name.isEmpty()) {
            pairs.put(name, value.toString().trim());
        } else if (value != null || !name.isEmpty()) {
            warn.accept("option \"" + name + "\" has no " + (value == null ? "value" : "name") + "; it is ignored");
        }
    }
}
