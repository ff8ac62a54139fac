package io.github.leasewarden.core.sampling;

import org.jspecify.annotations.Nullable;

/**
 * One connection pool, now.
 *
 * @param rule id of the rule that knows the pool
 * @param address what the pool connects to
 * @param size connections, or null where the library does not say
 * @param inUse connections lent out, or null where the library does not say
 * @param max the pool's limit, or null where the library does not say
 */
public record PoolSample(
        String rule,
        String address,
        @Nullable Integer size,
        @Nullable Integer inUse,
        @Nullable Integer max) {

    /** True if nothing is left to lend; false if that is not known. */
    public boolean exhausted() {
        return inUse != null && max != null && max > 0 && inUse >= max;
    }
}
