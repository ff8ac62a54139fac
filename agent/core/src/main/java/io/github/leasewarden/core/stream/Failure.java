package io.github.leasewarden.core.stream;

import java.time.Instant;
import java.util.List;

/**
 * One item that its handler could not handle. Text only: a kept exception would pin the application's classes.
 *
 * @param at wall-clock time
 * @param type class of the exception
 * @param message its message, cut, or ""
 * @param frames where it was thrown, innermost first
 * @param isolated whether it ended with its item
 */
public record Failure(Instant at, String type, String message, List<String> frames, boolean isolated) {
    public Failure {
        frames = List.copyOf(frames);
    }
}
