package io.github.leasewarden.core.lease;

/** Why the agent releases a lease. */
public enum Cause {
    /** Its handle was collected unreleased, and nothing derived from it is alive. */
    ABANDONED,
    /** Its owner was closed. */
    OWNER_CLOSED,
    /** Its owner was collected. */
    OWNER_COLLECTED,
    /** It was not used for its kind's TTL. */
    IDLE,
    /** It is older than the configured maximum. */
    AGE,
    /** More are open at its parent than an option allows, and it is the longest idle of them that is safe to release. */
    MAX_OPEN,
    /** The JVM exits. */
    SHUTDOWN
}
