package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/** A getter of an int setting is limited. Inlined: JDK types and {@link LeaseHooks} only. */
public final class ClampInt {
    private ClampInt() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Advice.Return(readOnly = false) int value) {
        value = (int) LeaseHooks.clamped(point, value);
    }
}
