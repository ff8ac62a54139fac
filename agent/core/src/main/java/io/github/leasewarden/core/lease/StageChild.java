package io.github.leasewarden.core.lease;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Links the object a stage yields to its parent's lease. Until then the pending stage, through this callback, keeps the parent alive.
 * Runs on the library's thread.
 */
final class StageChild implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    private final Kept kept;
    private final FieldAccess fields;

    StageChild(Kept kept, FieldAccess fields) {
        this.kept = kept;
        this.fields = fields;
    }

    @Override
    public void accept(@Nullable Object child, @Nullable Throwable error) {
        if (child != null) {
            fields.set(child, kept);
        }
    }
}
