package io.github.leasewarden.core.lease;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lease side of the agent needs to know of its options.
 *
 * @param mode the default mode
 * @param ruleModes modes of single rules, by rule id
 * @param ttls idle time by kind, where the user gave one
 * @param maxAge the most a lease may live in strict mode, or null
 * @param crowd how many idle leases of one site make a crowd
 * @param limits clamp limits by option key, in the unit of the getter they limit; absent means off
 * @param maxLeases how many open leases are tracked at most; more are counted, not tracked
 * @param ownerGrace how long after its owner's end a lease may still be released by the application
 * @param releaseDeadline how long one release may take
 * @param expiriesPerSecond the most releases a second
 * @param rollbackIdleTransactions whether an idle session may be released although its transaction is open
 * @param gcOnPoolPressure least time between collections asked for under pool pressure, or null for none
 */
public record LeaseSettings(
        Mode mode,
        Map<String, Mode> ruleModes,
        Map<String, Duration> ttls,
        @Nullable Duration maxAge,
        int crowd,
        Map<String, Long> limits,
        int maxLeases,
        Duration ownerGrace,
        Duration releaseDeadline,
        int expiriesPerSecond,
        boolean rollbackIdleTransactions,
        @Nullable Duration gcOnPoolPressure) {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    public LeaseSettings {
        ruleModes = Map.copyOf(ruleModes);
        ttls = Map.copyOf(ttls);
        limits = Map.copyOf(limits);
    }

    /** What the contract promises where nothing is set. */
    public static LeaseSettings defaults() {
        return new LeaseSettings(
                Mode.GUARD,
                Map.of(),
                Map.of(),
                null,
                10,
                Map.of(),
                1_000_000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                200,
                false,
                Duration.ofSeconds(60));
    }

    /** The mode of a rule. */
    public Mode modeOf(String ruleId) {
        return ruleModes.getOrDefault(ruleId, mode);
    }

    /** Idle time after which a lease of this kind may count as forgotten. */
    Duration ttlOf(String kind, Mode ruleMode) {
        Duration given = ttls.get(kind);
        if (given != null) {
            return given;
        }
        if (kind.equals("neo4j-session")) {
            return ruleMode == Mode.STRICT ? Duration.ofSeconds(30) : Duration.ofMinutes(10);
        }
        return HALF_HOUR;
    }
}
