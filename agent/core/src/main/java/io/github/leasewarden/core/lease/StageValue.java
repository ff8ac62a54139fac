package io.github.leasewarden.core.lease;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Hands what a stage yields to the lease that must release it. Runs on the library's thread. */
final class StageValue implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    private final Lease lease;

    StageValue(Lease lease) {
        this.lease = lease;
    }

    @Override
    public void accept(@Nullable Object value, @Nullable Throwable error) {
        if (value != null) {
            lease.hold(value);
        }
    }
}
