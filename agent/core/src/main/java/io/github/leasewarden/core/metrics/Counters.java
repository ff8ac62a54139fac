package io.github.leasewarden.core.metrics;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps counters from going back. A total is the sum over sites, read while a lease moves from one site to another, and such a sum can be
 * one lower than the one before; Prometheus would take that for a restart of the JVM and count everything again. Holds one number for each
 * series, and series are bounded. Not thread-safe: {@link MetricsPage} holds its lock.
 */
final class Counters {
    private final Map<String, Double> highest = new HashMap<>();

    /** @param series name and label values of the series */
    double monotone(String series, double value) {
        return highest.merge(series, value, Math::max);
    }
}
