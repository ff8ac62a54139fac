package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A resource is used by a call during which nothing may be released. Inlined: JDK types and {@link LeaseHooks} only. */
public final class UseInFlight {
    private UseInFlight() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Slot.Held Object held) {
        return LeaseHooks.entered(held);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter Object entered, @Slot.Result Object result, @Slot.Subject Object self) {
        LeaseHooks.left(entered, result, self);
    }
}
