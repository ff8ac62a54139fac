package io.github.leasewarden.core.lease;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Links the object a stage yields to its parent's lease. Where the link holds the parent, the
 * pending stage, through this callback, keeps it alive until then.
 * Runs on the library's thread.
 */
final class StageChild implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    private final Object link;
    private final Carried carried;

    StageChild(Object link, Carried carried) {
        this.link = link;
        this.carried = carried;
    }

    @Override
    public void accept(@Nullable Object child, @Nullable Throwable error) {
        if (child != null) {
            carried.link(child, link);
        }
    }
}
