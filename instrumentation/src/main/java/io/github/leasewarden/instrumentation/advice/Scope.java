package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** The thread works for an owner while the method runs. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Scope {
    private Scope() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Slot.Point int point, @Slot.Owner Object owner) {
        return LeaseHooks.scopeEntered(point, owner);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Advice.Enter Object entered) {
        LeaseHooks.scopeLeft(entered);
    }
}
