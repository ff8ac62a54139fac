package io.github.leasewarden.core.lease;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends a call in flight when its stage ends. Runs on the library's thread. */
final class StageEnd implements BiConsumer<Object, @Nullable Throwable> {
    private final Lease lease;
    private final CoarseClock clock;

    StageEnd(Lease lease, CoarseClock clock) {
        this.lease = lease;
        this.clock = clock;
    }

    /** Whether there is nothing to wait for. */
    static boolean isDone(Object stage) {
        try {
            return stage instanceof CompletableFuture && ((CompletableFuture<?>) stage).isDone();
        } catch (UnsupportedOperationException minimal) {
            return false; // a minimal stage refuses to say; it calls back at once if it is
        }
    }

    @Override
    public void accept(Object result, @Nullable Throwable error) {
        lease.touch(clock.now());
        lease.leave();
    }
}
