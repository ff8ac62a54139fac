package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An item that its handler could not handle.
 *
 * @param at when, UTC
 * @param type class of the exception
 * @param message its message, cut at 300 characters, or ""
 * @param frames where it was thrown, innermost first
 * @param isolated whether it ended with its item
 */
public record FailureEntry(Instant at, String type, String message, List<String> frames, boolean isolated) {
    public FailureEntry {
        requireNonNull(at, "at is missing");
        requireNonNull(type, "type is missing");
        requireNonNull(message, "message is missing");
        frames = Values.list(frames);
    }
}
