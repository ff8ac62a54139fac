package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.StreamHooks;
import net.bytebuddy.asm.Advice;

/**
 * A handler gets an item; what it throws may end here, and the method then returns nothing, 0, false or null. Inlined: JDK types and
 * {@link StreamHooks} only.
 */
public final class HandleIsolated {
    private HandleIsolated() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Slot.Point int point, @Slot.Subject Object handler) {
        return StreamHooks.handling(point, handler);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Advice.Enter Object entered,
            @Advice.Thrown(readOnly = false) Throwable thrown,
            @Slot.Result Object result) {
        thrown = StreamHooks.handled(point, entered, thrown, result);
    }
}
