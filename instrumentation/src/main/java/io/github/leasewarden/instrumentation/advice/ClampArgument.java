package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/**
 * An int argument is limited. Inlined: JDK types and {@link LeaseHooks} only. Nothing is suppressed: a constructor's code before the call of its
 * superclass cannot have a handler, and the hook never throws.
 */
public final class ClampArgument {
    private ClampArgument() {}

    @Advice.OnMethodEnter
    static void enter(@Slot.Point int point, @Slot.Limited int value) {
        value = (int) LeaseHooks.clamped(point, value);
    }
}
