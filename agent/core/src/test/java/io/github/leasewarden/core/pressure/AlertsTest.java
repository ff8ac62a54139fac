package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.Alerts.Alert;
import io.github.leasewarden.core.pressure.Alerts.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final Alerts alerts = new Alerts(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void everyAlertIsToldOnceAndKept() {
        alerts.raise(Level.WARN, AlertSource.HEAP, "75 %");
        Alert raised = alerts.raise(Level.CRITICAL, AlertSource.POOL, "the pool is empty", "a.txt");
        assertThat(raised).isEqualTo(new Alert(NOON, Level.CRITICAL, AlertSource.POOL, "the pool is empty", "a.txt"));
        assertThat(alerts.takeNew()).hasSize(2).endsWith(raised);
        assertThat(alerts.takeNew()).isEmpty();
        assertThat(alerts.newest()).hasSize(2).endsWith(raised);
    }

    @Test
    void onlyTheNewestAlertsAreKeptButAllAreCounted() {
        for (int i = 0; i < 250; i++) {
            alerts.raise(Level.WARN, AlertSource.OTHER, "alert " + i);
        }
        assertThat(alerts.newest()).hasSize(100);
        assertThat(alerts.newest().get(0).text()).isEqualTo("alert 150");
        assertThat(alerts.newest().get(99).text()).isEqualTo("alert 249");
        assertThat(alerts.totals()).containsExactly(Map.entry(Level.WARN, 250L));
    }
}
