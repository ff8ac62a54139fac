package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.LeaseHooks;
import java.util.Optional;
import net.bytebuddy.asm.Advice;

/** A getter of a setting that may be absent is limited; what is absent stays absent. Inlined: JDK types and {@link LeaseHooks} only. */
public final class ClampOptionalLong {
    private ClampOptionalLong() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@Slot.Point int point, @Advice.Return(readOnly = false) Optional<Long> value) {
        if (value != null && value.isPresent()) {
            long asked = value.get();
            long given = LeaseHooks.clamped(point, asked);
            if (given != asked) {
                value = Optional.of(given);
            }
        }
    }
}
