package io.github.leasewarden.core.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The line that started the newest thread of each name pattern, from {@code jdk.ThreadStart}, so only of threads started while JFR runs.
 * A pattern that grows starts some then. Keeps the {@value #MOST_PATTERNS} patterns that started a thread last. Thread-safe.
 */
public final class ThreadStarts {
    private static final int MOST_PATTERNS = 128;

    private final Map<String, List<String>> byPattern = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param name of the thread that starts
     * @param frames of the thread that started it, innermost first
     */
    synchronized void started(String name, List<String> frames) {
        if (!name.startsWith(Threads.OWN) && !frames.isEmpty()) {
            byPattern.put(Threads.pattern(name), Threads.applicationFirst(frames));
            if (byPattern.size() > MOST_PATTERNS) {
                byPattern.remove(byPattern.keySet().iterator().next());
            }
        }
    }

    /** Frames of whoever started the newest thread of this pattern, the application's first; empty if none was seen to start. */
    synchronized List<String> of(String pattern) {
        return byPattern.getOrDefault(pattern, List.of());
    }
}
