package io.github.leasewarden.core.reconnect;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One connect, from its begin to the first thing that tells how it ended. It is the callback of a stage too, as a class of its own, because
 * hooks use no lambdas. Thread-safe.
 */
final class Attempt implements BiConsumer<Object, Throwable> {
    private final Reconnects reconnects;
    private final String address;
    private final String rule;
    private final AtomicBoolean ended = new AtomicBoolean();

    Attempt(Reconnects reconnects, String address, String rule) {
        this.reconnects = reconnects;
        this.address = address;
        this.rule = rule;
    }

    String address() {
        return address;
    }

    boolean isPending() {
        return !ended.get();
    }

    void succeeded() {
        if (ended.compareAndSet(false, true)) {
            reconnects.succeeded(address);
        }
    }

    void failed(@Nullable Object reason) {
        if (ended.compareAndSet(false, true)) {
            reconnects.failed(address, rule, describe(reason));
        }
    }

    @Override
    public void accept(@Nullable Object connection, @Nullable Throwable failure) {
        if (failure == null) {
            succeeded();
        } else {
            failed(failure);
        }
    }

    /** Its class only: messages may hold what was sent. */
    private static String describe(@Nullable Object reason) {
        Object cause = reason;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && ((Throwable) cause).getCause() != null) {
            cause = ((Throwable) cause).getCause();
        }
        return cause == null ? "closed before it was open" : cause.getClass().getName();
    }
}
