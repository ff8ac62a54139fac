package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A tracked object gets hold of what must be released with it. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Acquire {
    private Acquire() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Slot.Held Object held, @Slot.Child Object value) {
        LeaseHooks.acquired(held, value);
    }
}
