package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A tracked object was made and has a field for its lease. Inlined: JDK types and {@link LeaseHooks} only. */
public final class OpenInField {
    private OpenInField() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Slot.Held Object lease,
            @Slot.Handle Object handle,
            @Slot.Owner Object owner,
            @Slot.Keep Object keep,
            @Slot.Alias Object alias) {
        // a constructor that calls another one of its class comes here twice
        if (lease == null) {
            Object made = LeaseHooks.opened(point, handle, owner, keep, alias);
            LeaseHooks.ordered();
            lease = made;
            LeaseHooks.ordered();
        }
    }
}
