package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import java.time.Duration;
import net.bytebuddy.asm.Advice;

/**
 * A getter of a duration is limited, in milliseconds, or given a default where it returns null. Inlined: JDK types and {@link LeaseHooks} only.
 */
public final class ClampDuration {
    private ClampDuration() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Advice.Return(readOnly = false) Duration value) {
        boolean endless =
                value != null && value.getSeconds() > Long.MAX_VALUE / 1000 - 1; // more than a long's milliseconds
        long asked = value == null ? -1 : endless ? Long.MAX_VALUE : value.toMillis();
        long given = LeaseHooks.clamped(point, asked);
        if (given != asked) {
            value = Duration.ofMillis(given);
        }
    }
}
