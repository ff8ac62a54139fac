package io.github.leasewarden.core.report;

import io.github.leasewarden.core.alert.DeliveryCount;
import io.github.leasewarden.core.pressure.AlertSource;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.sampling.GcTotals;
import io.github.leasewarden.export.ExportCount;
import java.util.List;
import java.util.Map;

/**
 * What only ever grows since the agent's start, and how things stand: the figures that an observation's bounded lists cannot give.
 * Immutable.
 *
 * @param falsePositives uses of leases the agent had released
 * @param alerts raised, by level
 * @param standing the level each source of alerts is at now; INFO for none
 * @param deliveries to {@code alert.command} and {@code alert.webhook}
 * @param exports through {@code otlp.jar}
 * @param gc collections and their pauses
 * @param notes sentences about what this JVM lets the agent see and show, and what not
 */
public record Totals(
        long falsePositives,
        Map<Alerts.Level, Long> alerts,
        Map<AlertSource, Alerts.Level> standing,
        List<DeliveryCount> deliveries,
        List<ExportCount> exports,
        GcTotals gc,
        List<String> notes) {
    /** At the start. */
    public static final Totals NONE = new Totals(0, Map.of(), Map.of(), List.of(), List.of(), GcTotals.NONE, List.of());

    public Totals {
        alerts = Map.copyOf(alerts);
        standing = Map.copyOf(standing);
        deliveries = List.copyOf(deliveries);
        exports = List.copyOf(exports);
        notes = List.copyOf(notes);
    }
}
