package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert.
 *
 * @param at when it was raised, UTC
 * @param level how urgent it is
 * @param source what it is about: {@code heap}, {@code leak}, {@code gc}, {@code pool} or {@code other}, which is also the default
 * @param text a sentence with the numbers in it
 * @param evidence name of a file beside the report with classes and threads at that moment; null if there is none
 */
public record AlertEntry(
        Instant at,
        AlertLevel level,
        @Nullable String source,
        String text,
        @Nullable String evidence) {
    public AlertEntry {
        requireNonNull(at, "alerts.at is missing");
        requireNonNull(level, "alerts.level is missing");
        source = source == null ? "other" : source;
        requireNonNull(text, "alerts.text is missing");
    }
}
