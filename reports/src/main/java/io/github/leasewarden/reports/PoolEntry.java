package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection pool.
 *
 * @param rule id of the rule that found it
 * @param address host and port or URL; user, password and parameters are cut out here, where no caller can forget it
 * @param size connections it holds now; null where the library does not say
 * @param inUse of them lent out; null where the library does not say
 * @param max the most it may hold; null where the library does not say
 * @param clamped settings the agent changed, by their name in the library; empty when none
 * @param waiting calls that want a connection and have none; null unless nothing is left to lend
 * @param holders which sites hold its connections, the one with the most first; empty unless nothing is left to lend
 * @param diagnosis why nothing is left to lend and what to do, a sentence or two; null if something is left, or nobody knows
 */
public record PoolEntry(
        String rule,
        String address,
        @Nullable Integer size,
        @Nullable Integer inUse,
        @Nullable Integer max,
        Map<String, Clamp> clamped,
        @Nullable Integer waiting,
        List<PoolHolderEntry> holders,
        @Nullable String diagnosis) {
    public PoolEntry {
        requireNonNull(rule, "pools.rule is missing");
        address = Addresses.withoutSecrets(requireNonNull(address, "pools.address is missing"));
        clamped = Values.map(clamped);
        holders = Values.list(holders);
    }
}
