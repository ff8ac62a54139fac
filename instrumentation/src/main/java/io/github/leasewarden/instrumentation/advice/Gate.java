package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.StreamHooks;
import net.bytebuddy.asm.Advice;

/** A source emits an item: the caller may have to wait before. Inlined: JDK types and {@link StreamHooks} only. */
public final class Gate {
    private Gate() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Slot.Point int point, @Slot.Subject Object source) {
        return StreamHooks.gated(point, source);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Advice.Enter Object entered) {
        StreamHooks.gateLeft(point, entered);
    }
}
