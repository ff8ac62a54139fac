package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import java.lang.invoke.VarHandle;
import net.bytebuddy.asm.Advice;

/**
 * A tracked object was made and has a field for its lease. The fences order the store into that plain field: the lease is written before
 * it, and it before the handle reaches another thread. On x86 they are nothing but an order for the compiler, a volatile field a full
 * fence. Inlined: JDK types and {@link LeaseHooks} only.
 */
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
            VarHandle.storeStoreFence();
            lease = made;
            VarHandle.storeStoreFence();
        }
    }
}
