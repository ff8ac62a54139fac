package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A getter of a long setting is limited. Inlined: JDK types and {@link LeaseHooks} only. */
public final class ClampLong {
    private ClampLong() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Advice.Return(readOnly = false) long value) {
        value = LeaseHooks.clamped(point, value);
    }
}
