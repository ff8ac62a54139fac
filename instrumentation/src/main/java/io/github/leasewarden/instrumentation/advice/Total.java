package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.StreamHooks;
import net.bytebuddy.asm.Advice;

/** It becomes known how many items a stream will have. Inlined: JDK types and {@link StreamHooks} only. */
public final class Total {
    private Total() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Point int point, @Slot.Child Object value) {
        StreamHooks.total(point, value);
    }
}
