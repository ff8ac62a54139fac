package io.github.leasewarden.core.lease;

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

    @Override
    public void accept(Object result, @Nullable Throwable error) {
        lease.touch(clock.now());
        lease.leave();
    }
}
