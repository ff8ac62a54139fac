package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.StreamHooks;
import net.bytebuddy.asm.Advice;

/** A subscriber got an item and is done with it. Inlined: JDK types and {@link StreamHooks} only. */
public final class Receive {
    private Receive() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Slot.Held Object batch) {
        StreamHooks.received(batch);
    }
}
