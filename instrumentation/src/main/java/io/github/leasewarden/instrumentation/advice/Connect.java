package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.ConnectHooks;
import net.bytebuddy.asm.Advice;

/** A client connects: the caller may have to wait before. Inlined: JDK types and {@link ConnectHooks} only. */
public final class Connect {
    private Connect() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static Object enter(@Slot.Point int point, @Slot.Subject Object client, @Slot.Child Object target) {
        return ConnectHooks.connecting(point, client, target);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @Slot.Point int point,
            @Advice.Enter Object attempt,
            @Advice.Thrown Throwable thrown,
            @Slot.Result Object result) {
        ConnectHooks.connectLeft(point, attempt, thrown, result);
    }
}
