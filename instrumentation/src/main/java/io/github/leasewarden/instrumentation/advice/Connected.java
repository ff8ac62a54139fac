package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.ConnectHooks;
import net.bytebuddy.asm.Advice;

/** A client is connected. Inlined: JDK types and {@link ConnectHooks} only. */
public final class Connected {
    private Connected() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Subject Object client) {
        ConnectHooks.connected(client);
    }
}
