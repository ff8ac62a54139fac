package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A library hands out a collection that may be too large. Inlined: JDK types and {@link LeaseHooks} only. */
public final class Measure {
    private Measure() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Slot.Child Object value) {
        LeaseHooks.measured(point, value);
    }
}
