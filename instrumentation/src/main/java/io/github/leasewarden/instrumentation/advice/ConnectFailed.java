package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.ConnectHooks;
import net.bytebuddy.asm.Advice;

/** A client could not connect, or its connection ended. Inlined: JDK types and {@link ConnectHooks} only. */
public final class ConnectFailed {
    private ConnectFailed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Subject Object client, @Slot.Child Object reason) {
        ConnectHooks.connectFailed(client, reason);
    }
}
