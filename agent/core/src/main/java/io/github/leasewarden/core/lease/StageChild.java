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
    private final FieldAccess fields;

    StageChild(Object link, FieldAccess fields) {
        this.link = link;
        this.fields = fields;
    }

    @Override
    public void accept(@Nullable Object child, @Nullable Throwable error) {
        if (child != null) {
            fields.set(child, link);
        }
    }
}
