package io.github.leasewarden.reports.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One leak that a report names.
 *
 * @param fingerprint the same for the same leak in every run and build
 * @param rule what found it: the rule of its leases, or for example {@code class-census}
 * @param kind of its leases, or for example {@code class}
 * @param className what leaks; null when unknown
 * @param message a sentence
 * @param frames the opening stack, the application's own first; empty when unknown
 */
public record Finding(
        String fingerprint,
        String rule,
        String kind,
        @Nullable String className,
        String message,
        List<String> frames) {

    public Finding {
        frames = List.copyOf(frames);
    }

    /** Where it is, for people: the opening line, or what leaks. */
    public String where() {
        if (!frames.isEmpty()) {
            return frames.get(0);
        }
        return className == null ? "a place that is not known" : className;
    }
}
