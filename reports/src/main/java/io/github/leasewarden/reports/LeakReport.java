package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One leak report: what the agent knew at one moment, complete in itself.
 *
 * @param schemaVersion always {@link #SCHEMA_VERSION}; additions do not change it, anything that breaks a reader does
 * @param generatedAt when the report was made, UTC
 * @param agent the agent that made it and what it cost
 * @param jvm the process it watched
 * @param verdict whether the heap grows, and why the agent thinks so
 * @param heap the samples behind the verdict
 * @param suspects what most likely leaks, the most likely first
 * @param leases counts by opening site
 * @param expiries what the agent released or tried to, the newest {@value #MAX_EXPIRIES} in order of time, newest last
 * @param falsePositives expired leases that the application used again; their sites are only observed from then on
 * @param pools connection pools seen, with the settings the agent changed
 * @param alerts memory pressure and pool exhaustion, in order of time, newest last
 * @param rules which library rules matched, and which did not
 * @param streams what streams do, where a rule watches one; empty in reports of earlier versions
 * @param largeResults places that collect too many rows at once; empty in reports of earlier versions
 * @param reconnects endpoints at which connects failed; empty in reports of earlier versions
 * @param container memory of the container; null where nothing limits it, where nobody can say, and in reports of earlier versions
 */
public record LeakReport(
        int schemaVersion,
        Instant generatedAt,
        AgentInfo agent,
        JvmInfo jvm,
        VerdictEntry verdict,
        HeapEntry heap,
        List<SuspectEntry> suspects,
        List<LeaseEntry> leases,
        List<ExpiryEntry> expiries,
        List<FalsePositiveEntry> falsePositives,
        List<PoolEntry> pools,
        List<AlertEntry> alerts,
        List<RuleEntry> rules,
        List<StreamEntry> streams,
        List<LargeResultEntry> largeResults,
        List<ReconnectEntry> reconnects,
        @Nullable ContainerEntry container) {

    /** The only version this class reads and writes. */
    public static final int SCHEMA_VERSION = 1;

    /** More expiries than this are dropped, oldest first: the counts in {@code leases} stay complete. */
    public static final int MAX_EXPIRIES = 200;

    public LeakReport {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion is " + schemaVersion + ", not " + SCHEMA_VERSION);
        }
        requireNonNull(generatedAt, "generatedAt is missing");
        requireNonNull(agent, "agent is missing");
        requireNonNull(jvm, "jvm is missing");
        requireNonNull(verdict, "verdict is missing");
        requireNonNull(heap, "heap is missing");
        suspects = Values.list(suspects);
        leases = Values.list(leases);
        expiries = newest(Values.list(expiries));
        falsePositives = Values.list(falsePositives);
        pools = Values.list(pools);
        alerts = Values.list(alerts);
        rules = Values.list(rules);
        streams = Values.list(streams);
        largeResults = Values.list(largeResults);
        reconnects = Values.list(reconnects);
    }

    private static List<ExpiryEntry> newest(List<ExpiryEntry> expiries) {
        int surplus = expiries.size() - MAX_EXPIRIES;
        return surplus <= 0 ? expiries : List.copyOf(expiries.subList(surplus, expiries.size()));
    }
}
