package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A receiver drops all its registrations. Inlined: JDK types and {@link LeaseHooks} only. */
public final class UnregisterAll {
    private UnregisterAll() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Slot.Held Object table, @Slot.Subject Object receiver) {
        LeaseHooks.unregisteredAll(point, table, receiver);
    }
}
