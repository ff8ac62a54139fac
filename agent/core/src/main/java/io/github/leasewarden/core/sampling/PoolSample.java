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
 * @param demand who has its connections, looked at only while it is exhausted, else null
 */
public record PoolSample(
        String rule,
        String address,
        @Nullable Integer size,
        @Nullable Integer inUse,
        @Nullable Integer max,
        @Nullable PoolDemand demand) {

    public PoolSample(
            String rule, String address, @Nullable Integer size, @Nullable Integer inUse, @Nullable Integer max) {
        this(rule, address, size, inUse, max, null);
    }

    public PoolSample withDemand(PoolDemand known) {
        return new PoolSample(rule, address, size, inUse, max, known);
    }

    /** True if nothing is left to lend; false if that is not known. */
    public boolean exhausted() {
        return inUse != null && max != null && max > 0 && inUse >= max;
    }

    /** What {@code neo4j.config}, {@code neo4j.session} and {@code neo4j.pool.bolt} have in common: they are about the same connections. */
    public String family() {
        return family(rule);
    }

    /** The family of a rule's id. */
    public static String family(String rule) {
        int dot = rule.indexOf('.');
        return dot < 0 ? rule : rule.substring(0, dot);
    }
}
