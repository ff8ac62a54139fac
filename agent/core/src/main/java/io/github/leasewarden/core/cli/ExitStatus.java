package io.github.leasewarden.core.cli;

/** How a command ends; scripts and CI rely on these numbers. */
final class ExitStatus {
    /** Done. */
    static final int OK = 0;
    /** The command could not do its work. */
    static final int UNUSABLE = 1;
    /** The last verdict is a leak, or a lease leaked. */
    static final int LEAK = 3;
    /** There is no report: most likely the application ran without the agent. */
    static final int NO_REPORT = 4;
    /** The report is of another version of Leasewarden. */
    static final int OTHER_VERSION = 5;
    /** The baseline is missing or cannot be read or written. */
    static final int BASELINE = 6;

    private ExitStatus() {}
}
