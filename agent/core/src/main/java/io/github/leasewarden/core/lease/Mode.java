package io.github.leasewarden.core.lease;

/** How far the agent may go. */
public enum Mode {
    /** Reports, releases nothing. */
    OBSERVE,
    /** Releases what is provably abandoned. */
    GUARD,
    /** Releases whatever is idle past its TTL or whose owner ended. */
    STRICT
}
