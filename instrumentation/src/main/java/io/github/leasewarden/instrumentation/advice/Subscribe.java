package io.github.leasewarden.instrumentation.advice;

import io.github.leasewarden.hooks.StreamHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * A subscriber gets a subscription that asks for items in batches instead of its own. Inlined: JDK types and {@link StreamHooks} only.
 */
public final class Subscribe {
    private Subscribe() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
            @Slot.Point int point,
            @Slot.Held Object batch,
            @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object subscription) {
        batch = StreamHooks.subscribed(point, subscription);
        subscription = StreamHooks.batched(batch, subscription);
    }
}
