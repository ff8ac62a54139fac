package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A handle was registered with a receiver that has a field for its table. Inlined: JDK types and {@link LeaseHooks} only. */
public final class RegisterInField {
    private RegisterInField() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Slot.Held Object table,
            @Slot.Subject Object receiver,
            @Slot.Handle Object handle,
            @Slot.Key Object key,
            @Slot.Owner Object owner) {
        Object known = table;
        Object kept = LeaseHooks.registered(point, known, receiver, handle, key, owner);
        if (known == null && kept != null) {
            table = kept;
        }
    }
}
