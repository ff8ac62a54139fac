package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done about a lease of this rule.
 *
 * @param action how it is released, or null: then the rule only reports
 * @param onHandleCollected what the collection of an unreleased handle means
 * @param onOwnerEnd whether the end of its owner may release it
 * @param onIdle whether idleness may release it
 * @param onShutdown whether it is worth releasing when the JVM exits: it is held outside the JVM too
 * @param busyWhen conditions on what the lease keeps under which it is never released for idleness, such as an open transaction
 * @param unreadWhen conditions under which not even a collected handle releases it, because someone may still read
 */
public record Expire(
        @Nullable Action action,
        HandleCollected onHandleCollected,
        boolean onOwnerEnd,
        boolean onIdle,
        boolean onShutdown,
        List<Probe> busyWhen,
        List<Probe> unreadWhen)
        implements Serializable {

    /** What it means that the handle was collected although nobody released it. */
    public enum HandleCollected {
        /** Nothing is left to release: the lease just ends. */
        ENDS,
        /** The resource behind it is still held: the lease is abandoned. */
        ABANDONED
    }

    /** Reports only. */
    public static final Expire NEVER =
            new Expire(null, HandleCollected.ENDS, false, false, false, List.of(), List.of());

    public Expire {
        busyWhen = List.copyOf(busyWhen);
        unreadWhen = List.copyOf(unreadWhen);
    }
}
