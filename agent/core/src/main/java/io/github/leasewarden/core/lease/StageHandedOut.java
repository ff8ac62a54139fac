package io.github.leasewarden.core.lease;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Remembers who asked for what a stage will yield. Runs on the library's thread. */
final class StageHandedOut implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    private final HandOuts handOuts;
    private final Site site;
    private final @Nullable TestScope test;

    StageHandedOut(HandOuts handOuts, Site site, @Nullable TestScope test) {
        this.handOuts = handOuts;
        this.site = site;
        this.test = test;
    }

    @Override
    public void accept(@Nullable Object value, @Nullable Throwable error) {
        if (value != null) {
            handOuts.handedOut(value, site, test);
        }
    }
}
