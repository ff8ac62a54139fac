package io.github.leasewarden.core.stream;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An item whose handler returned a stage is handled when that ends. A class of its own, because hooks use no lambdas. */
record HandlerEnd(StreamPoint point, boolean withinLimit) implements BiConsumer<Object, Throwable> {
    @Override
    public void accept(@Nullable Object result, @Nullable Throwable failure) {
        point.ended(withinLimit, failure);
    }
}
