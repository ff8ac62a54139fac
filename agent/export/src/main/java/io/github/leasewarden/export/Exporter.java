package io.github.leasewarden.export;

import io.github.leasewarden.reports.LeakReport;
import java.time.Duration;
import java.util.List;

/**
 * Sends on what the agent sees. Implemented in a jar of its own and found there by {@link java.util.ServiceLoader}; made with a constructor
 * without parameters. Thread-safe once started. It owns its threads, all daemons; it tells its troubles, and throws none of them.
 */
public interface Exporter {
    /**
     * Begins; called once, before any other method.
     *
     * @throws IllegalArgumentException with a sentence, if its settings make no sense; nothing is exported then
     */
    void start(ExportSource source);

    /** Takes a report that was just written, and returns at once. */
    void report(LeakReport report);

    /** How it went so far, one entry a signal. */
    List<ExportCount> counts();

    /**
     * Sends what still waits, if the other side takes it at once, and ends. The JVM exits meanwhile.
     *
     * @param patience the most it may take
     */
    void close(Duration patience);
}
