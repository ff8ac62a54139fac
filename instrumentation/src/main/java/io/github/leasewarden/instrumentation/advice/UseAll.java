package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** All registrations of a receiver are used. Inlined: JDK types and {@link LeaseHooks} only. */
public final class UseAll {
    private UseAll() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Held Object table, @Slot.Subject Object receiver) {
        LeaseHooks.usedAll(table, receiver);
    }
}
