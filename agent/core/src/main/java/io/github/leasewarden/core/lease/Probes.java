package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Probe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers a rule's questions about a library's own state. What cannot be answered counts as yes: nothing is released on a guess.
 * Agent threads only; thread-safe.
 */
final class Probes {
    private final Reflection reflection;

    Probes(Reflection reflection) {
        this.reflection = reflection;
    }

    /** The first question answered with yes, as text for a sentence, or null if all say no. */
    @Nullable
    String firstThatHolds(List<Probe> probes, @Nullable Object start) {
        for (Probe probe : probes) {
            if (start != null && holds(probe, start)) {
                return probe.toString();
            }
        }
        return null;
    }

    /** Whether a lease still holds what must be released with it. */
    boolean stillHolds(Lease lease) {
        Object held = lease.held();
        List<Probe> questions = lease.site().rule().rule().expire().heldWhen();
        return held != null && (questions.isEmpty() || firstThatHolds(questions, held) != null);
    }

    boolean holds(Probe probe, Object start) {
        try {
            Object value = start;
            for (String step : probe.path()) {
                value = reflection.step(value, step);
                if (value instanceof CompletionStage) {
                    CompletableFuture<?> stage = ((CompletionStage<?>) value).toCompletableFuture();
                    if (!stage.isDone()) {
                        return true;
                    }
                    value = stage.isCompletedExceptionally() ? null : stage.join();
                }
                if (value == null) {
                    return false;
                }
            }
            return value instanceof Boolean && (Boolean) value != probe.negate();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return true;
        }
    }
}
