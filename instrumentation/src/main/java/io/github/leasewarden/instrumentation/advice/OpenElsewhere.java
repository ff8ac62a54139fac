package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A tracked object was made or handed out and has no field of ours: the registry keeps its lease in a weak map. Inlined: JDK types and {@link LeaseHooks} only. */
public final class OpenElsewhere {
    private OpenElsewhere() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Slot.Handle Object handle,
            @Slot.Owner Object owner,
            @Slot.Keep Object keep,
            @Slot.Alias Object alias) {
        LeaseHooks.openedElsewhere(point, handle, owner, keep, alias);
    }
}
