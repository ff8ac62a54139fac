package io.github.leasewarden.core.stream;

import io.github.leasewarden.instrumentation.rule.Handling;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One weave point of a stream: its stream, and for a handler how its items are handled. Thread-safe. */
final class StreamPoint {
    final StreamState stream;
    final @Nullable Handling handling;
    final @Nullable Limiter limiter;
    private final Consumer<String> tell;
    private volatile boolean toldHopeless;

    StreamPoint(StreamState stream, @Nullable Handling handling, @Nullable Limiter limiter, Consumer<String> tell) {
        this.stream = stream;
        this.handling = handling;
        this.limiter = limiter;
        this.tell = tell;
    }

    /** Whether a failure of the handler shall end with its item. */
    boolean isolates(Throwable thrown) {
        return handling != null
                && handling.isolate()
                && !stream.isObserved()
                && !(thrown instanceof Error) // out of memory, stopped threads: not the item's fault
                && !(thrown instanceof InterruptedException) // somebody wants the stream to end
                && !hopeless();
    }

    private boolean hopeless() {
        boolean hopeless = stream.failures.isHopeless();
        if (hopeless && !toldHopeless) {
            toldHopeless = true;
            tell.accept(
                    "rule " + stream.rule() + ": " + Failures.HOPELESS
                            + " items failed in a row, so failures are not isolated any more until one succeeds; the newest is in the report");
        } else if (!hopeless) {
            toldHopeless = false;
        }
        return hopeless;
    }

    /** An item succeeded, or failed where nothing can be isolated. */
    void ended(boolean withinLimit, @Nullable Throwable failure) {
        if (failure == null) {
            stream.succeeded.increment();
            stream.failures.success();
        } else {
            failed(failure, false);
        }
        if (withinLimit && limiter != null) {
            limiter.leave();
        }
    }

    void failed(Throwable failure, boolean isolated) {
        stream.failed.increment();
        stream.failures.failed();
        if (isolated) {
            stream.isolated.increment();
        }
        stream.failures.keep(failure, isolated);
    }
}
