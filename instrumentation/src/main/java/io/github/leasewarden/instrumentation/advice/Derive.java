package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** An object that keeps its parent in use is handed out. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Derive {
    private Derive() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
            @Slot.Point int point, @Slot.Held Object held, @Slot.Subject Object parent, @Slot.Child Object child) {
        LeaseHooks.derived(point, held, parent, child);
    }
}
