package io.github.leasewarden.core.jmx;

import java.util.List;
import java.util.Map;

/**
 * What JConsole, VisualVM, Jolokia and the like see: {@code io.github.leasewarden:type=Leasewarden}. All figures are of the last look at the
 * application, at most a {@code sample.interval} old.
 */
public interface LeasewardenMXBean {
    /** Version of the agent. */
    String getVersion();

    /** {@code observe}, {@code guard} or {@code strict}. */
    String getMode();

    /** False once the agent was switched off. */
    boolean isWatching();

    /** {@code leak}, {@code growing}, {@code steady} or {@code not-enough-data}. */
    String getVerdict();

    /** The verdict's reason, a sentence or two. */
    String getReason();

    /** How sure it is, 0 to 1. */
    double getConfidence();

    /** Slope of the heap after collections, bytes a second. */
    double getHeapGrowthBytesPerSecond();

    /** Bytes in use after the last collection; -1 before the first. */
    long getHeapAfterGcBytes();

    /** Open leases by kind. */
    Map<String, Long> getOpenLeases();

    /** Leases the agent released, by cause. */
    Map<String, Long> getExpiriesByCause();

    /** Uses of leases the agent had released. */
    long getFalsePositives();

    /** Connection pools. */
    List<PoolView> getPools();

    /** The newest alerts, newest last: time, level and text. */
    List<String> getAlerts();

    /** Level of each source of alerts now. */
    Map<String, String> getAlertLevels();

    /** Takes the agent out of the running application; there is no way back in the same JVM. */
    void switchOff();
}
