package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A handle was registered with a receiver that has no field of ours. Inlined: JDK types and {@link LeaseHooks} only. */
public final class RegisterElsewhere {
    private RegisterElsewhere() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Slot.Subject Object receiver,
            @Slot.Handle Object handle,
            @Slot.Key Object key,
            @Slot.Owner Object owner) {
        LeaseHooks.registered(point, null, receiver, handle, key, owner);
    }
}
