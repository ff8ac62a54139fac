package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One connection pool.
 *
 * @param rule id of the rule that found it
 * @param address host and port or URL; user, password and parameters are cut out here, where no caller can forget it
 * @param size connections it holds now
 * @param inUse of them lent out
 * @param max the most it may hold
 * @param clamped settings the agent changed, by their name in the library; empty when none
 */
public record PoolEntry(String rule, String address, int size, int inUse, int max, Map<String, Clamp> clamped) {
    public PoolEntry {
        requireNonNull(rule, "pools.rule is missing");
        address = Addresses.withoutSecrets(requireNonNull(address, "pools.address is missing"));
        clamped = Values.map(clamped);
    }
}
