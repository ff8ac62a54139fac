package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One alert.
 *
 * @param at when it was raised, UTC
 * @param level how urgent it is
 * @param text a sentence with the numbers in it
 */
public record AlertEntry(Instant at, AlertLevel level, String text) {
    public AlertEntry {
        requireNonNull(at, "alerts.at is missing");
        requireNonNull(level, "alerts.level is missing");
        requireNonNull(text, "alerts.text is missing");
    }
}
