package io.github.leasewarden.core.lease;

/** Kinds the agent itself treats specially. Other kinds are the rules' business. */
public final class Kinds {
    /** A pool is expected to live as long as its service: polled, never a suspect for being open. */
    public static final String POOL = "pool";

    /** The agent's own proof that weaving works. */
    public static final String SELFTEST = "selftest";

    private Kinds() {}
}
