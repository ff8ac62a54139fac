package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.reconnect.EndpointStatus;
import io.github.leasewarden.core.report.Observation;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Failed connects by rule; endpoints are in the report, for there may be any number of them. */
final class ReconnectMetrics {
    private final List<EndpointStatus> endpoints;
    private final Counters counters;
    private final Bounded rules;

    private ReconnectMetrics(List<EndpointStatus> endpoints, Counters counters) {
        this.endpoints = endpoints;
        this.counters = counters;
        this.rules = new Bounded(
                List.of(), endpoints.stream().map(EndpointStatus::rule).toList());
    }

    static List<MetricSnapshot> of(Observation seen, Counters counters) {
        ReconnectMetrics reconnects = new ReconnectMetrics(seen.reconnects(), counters);
        return List.of(
                Families.gauge(
                        "leasewarden_reconnect_storming_endpoints",
                        "Endpoints at which one connect after the other fails, quickly, now.",
                        "rule",
                        reconnects.sums(endpoint -> endpoint.storming() ? 1 : 0)),
                reconnects.counter("failures", "Connects that failed.", EndpointStatus::failures),
                reconnects.counter("storms", "Reconnect storms.", EndpointStatus::storms),
                reconnects.counter("delays", "Connects the agent delayed.", EndpointStatus::delays),
                reconnects.counter(
                        "delayed_seconds", "All these delays together.", endpoint -> endpoint.delayedNanos() / 1e9));
    }

    private MetricSnapshot counter(String what, String help, ToDoubleFunction<EndpointStatus> figure) {
        return Families.counter("leasewarden_reconnect_" + what, help, counters, "rule", sums(figure));
    }

    private Map<String, Double> sums(ToDoubleFunction<EndpointStatus> figure) {
        Map<String, Double> sums = new TreeMap<>();
        endpoints.forEach(
                endpoint -> sums.merge(rules.label(endpoint.rule()), figure.applyAsDouble(endpoint), Double::sum));
        return sums;
    }
}
