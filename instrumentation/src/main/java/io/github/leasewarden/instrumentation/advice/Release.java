package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import net.bytebuddy.asm.Advice;

/**
 * The application releases a resource. Noted before the real call, so that the agent can never release it at the same time; what the
 * call then does, or throws, is the application's business. Inlined: JDK types and {@link LeaseHooks} only.
 */
public final class Release {
    private Release() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Slot.Point int point, @Slot.Held Object held) {
        LeaseHooks.released(point, held);
    }
}
