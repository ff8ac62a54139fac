package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

/**
 * A setting the agent changed. Texts, because settings are counts, durations and switches alike.
 *
 * @param from what the application had configured, with its unit
 * @param to what is in force, with its unit
 */
public record Clamp(String from, String to) {
    public Clamp {
        requireNonNull(from, "clamped.from is missing");
        requireNonNull(to, "clamped.to is missing");
    }
}
