package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A registration is taken back. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Unregister {
    private Unregister() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Slot.Held Object table,
            @Slot.Subject Object receiver,
            @Slot.Handle Object handle,
            @Slot.Key Object key) {
        LeaseHooks.unregistered(point, table, receiver, handle, key);
    }
}
