package io.github.leasewarden.otlp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt to send something ended. */
sealed interface Outcome {
    /** Taken as a whole. */
    record Taken() implements Outcome {}

    /** Taken, but the receiver kept only part of it, or has something to say. */
    record TakenInPart(String reason) implements Outcome {}

    /**
     * Not now.
     *
     * @param retryAfter what the receiver asks for; null if it asks for nothing
     */
    record Later(String reason, @Nullable Duration retryAfter) implements Outcome {}

    /** Never: the same would be refused again. */
    record Refused(String reason) implements Outcome {}
}
