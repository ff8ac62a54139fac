package io.github.leasewarden.core.sampling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at closely because something was suspicious.
 *
 * @param survivors the newest set of JFR's samples, or null
 * @param threads oldest first
 * @param keeping by class name, of classes that were seen to grow
 * @param recordingSinceNanos when our own flight recording had begun, since the agent's start; -1 if it has not
 * @param notes sentences for the report: pauses worth mentioning, what was refused or cannot be seen
 */
public record Inspection(
        OldObjects.@Nullable Found survivors,
        List<ThreadCensus> threads,
        Map<String, Keeping> keeping,
        long recordingSinceNanos,
        List<String> notes) {
    /** Nothing was suspicious. */
    public static final Inspection NONE = new Inspection(null, List.of(), Map.of(), -1, List.of());

    public Inspection {
        threads = List.copyOf(threads);
        keeping = Map.copyOf(keeping);
        notes = List.copyOf(notes);
    }

    /** JFR's samples of objects that stay alive; empty if nobody has looked yet. */
    public List<OldObject> oldObjects() {
        return survivors == null ? List.of() : survivors.objects();
    }

    public Keeping keeping(String className) {
        return keeping.getOrDefault(className, Keeping.unknown(className));
    }
}
