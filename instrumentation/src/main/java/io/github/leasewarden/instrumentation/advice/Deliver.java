package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** Something is delivered to a subscription or connection. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Deliver {
    private Deliver() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Held Object held) {
        LeaseHooks.delivered(held);
    }
}
