package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done about a lease of a rule.
 *
 * @param action how it is released while its handle is alive, or null: then it is only reported
 * @param abandoned how what it holds is released once its handle was collected, or null: then the lease just ends with its handle
 * @param heldWhen asked of what the lease holds; unless one says yes, nothing is left to release after the handle's collection
 * @param onOwnerEnd whether the end of its owner may release it
 * @param onIdle whether idleness may release it
 * @param onShutdown whether it is worth releasing when the JVM exits: it is held outside the JVM too
 * @param busyWhen asked of the handle; while one says yes, it is never released for idleness or for its owner's end
 * @param transaction asked of the handle: whether it is busy with nothing but an open transaction, which an option allows to roll
 *     back; or null
 * @param maxOpen how many may be open at once, or null for any number
 */
public record Expire(
        @Nullable Action action,
        @Nullable Action abandoned,
        List<Probe> heldWhen,
        boolean onOwnerEnd,
        boolean onIdle,
        boolean onShutdown,
        List<Probe> busyWhen,
        @Nullable Probe transaction,
        @Nullable MaxOpen maxOpen)
        implements Serializable {

    /**
     * A limit on open leases of one parent, beyond which the longest idle goes.
     *
     * @param setting key of the agent's option that holds the limit
     * @param per fields and {@code method()} calls to follow from the handle to its parent
     */
    public record MaxOpen(String setting, String per) implements Serializable {}

    /** Reports only. */
    public static final Expire NEVER = new Expire(null, null, List.of(), false, false, false, List.of(), null, null);

    public Expire {
        heldWhen = List.copyOf(heldWhen);
        busyWhen = List.copyOf(busyWhen);
    }
}
