package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A resource is used by a call that does not block. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Use {
    private Use() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Held Object held) {
        LeaseHooks.used(held);
    }
}
