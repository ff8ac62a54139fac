package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.StreamHooks;
import net.bytebuddy.asm.Advice;

/** A handler gets an item; what it throws passes through. Inlined: JDK types and {@link StreamHooks} only. */
public final class Handle {
    private Handle() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Slot.Point int point, @Slot.Subject Object handler) {
        return StreamHooks.handling(point, handler);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Advice.Enter Object entered,
            @Advice.Thrown Throwable thrown,
            @Slot.Result Object result) {
        StreamHooks.handled(point, entered, thrown, result);
    }
}
