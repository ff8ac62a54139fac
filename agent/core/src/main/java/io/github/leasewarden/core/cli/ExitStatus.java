package io.github.leasewarden.core.cli;

/** How a command ends; scripts and CI rely on these numbers. */
final class ExitStatus {
    /** Done. */
    static final int OK = 0;
    /** The command could not do its work. */
    static final int UNUSABLE = 1;
    /** The last verdict is a leak, or a lease leaked. */
    static final int LEAK = 3;

    private ExitStatus() {}
}
