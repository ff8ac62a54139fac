package io.github.leasewarden.apps.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was there at one moment, by name. Not changed after it was filled. */
final class Readings {
    /** What a sound service may have more of than after its first round. The JVM, the libraries and the agent start some things late. */
    private static final Map<String, Long> ALLOWED = Map.of("heap after GC (MiB)", 16L, "threads", 12L);

    /** Connections and leases: a few may be on their way. */
    private static final long ALLOWED_OTHERWISE = 2;

    private final Map<String, Long> values = new LinkedHashMap<>();

    void put(String name, long value) {
        values.put(name, value);
    }

    /** One sentence for each thing that there is too much more of. */
    List<String> whatGrewUntil(Readings later) {
        List<String> grown = new ArrayList<>();
        later.values.forEach((name, value) -> {
            long before = values.getOrDefault(name, 0L);
            long allowed = ALLOWED.getOrDefault(name, ALLOWED_OTHERWISE);
            if (value > before + allowed) {
                grown.add(name + " grew from " + before + " to " + value + ", and may grow by " + allowed);
            }
        });
        return grown;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
