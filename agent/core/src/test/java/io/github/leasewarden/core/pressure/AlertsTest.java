package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.Alerts.Alert;
import io.github.leasewarden.core.pressure.Alerts.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final Alerts alerts = new Alerts(0.70, 0.90, Clock.fixed(NOON, ZoneOffset.UTC));

    /** Percentages of the heap, and the alert each raises: W, C, I or - for none. */
    @ParameterizedTest
    @CsvSource({
        "10 50 69,                  ---",
        "70,                        W",
        "89 90,                     WC",
        "95,                        C",
        "75 69 71 64 72,            W----",
        "75 62 71,                  WIW",
        "95 89 82 95,               C---",
        "95 80 85 90,               C--C",
        "95 65 92,                  C-C",
        "95 65 72,                  C--",
        "95 62 75 95,               CIWC",
        "75 62 62 10,               WI--",
        "100 120,                   C-",
    })
    void anAlertIsRaisedOnceAndWithdrawnATenthLower(String percentages, String expected) {
        StringBuilder raised = new StringBuilder();
        for (String percent : percentages.split(" ")) {
            Alert alert = alerts.heapAfterGc(Long.parseLong(percent), 100);
            raised.append(alert == null ? "-" : alert.level().name().substring(0, 1));
        }
        assertThat(raised).hasToString(expected);
    }

    @Test
    void anAlertSaysHowMuchOfWhat() {
        Alert alert = alerts.heapAfterGc(230L << 20, 256L << 20);
        assertThat(alert.at()).isEqualTo(NOON);
        assertThat(alert.text()).isEqualTo("90 % of the heap is in use after a collection (230 of 256 MiB)");
        assertThat(alerts.heapAfterGc(0, 256L << 20).text()).startsWith("back to normal: 0 % of the heap");
    }

    @Test
    void everyAlertIsToldOnceAndKept() {
        alerts.heapAfterGc(75, 100);
        Alert raised = alerts.raise(Level.CRITICAL, "the pool is empty");
        assertThat(alerts.takeNew()).hasSize(2).endsWith(raised);
        assertThat(alerts.takeNew()).isEmpty();
        assertThat(alerts.newest()).hasSize(2).endsWith(raised);
    }

    @Test
    void aHeapWithoutLimitRaisesNothing() {
        assertThat(alerts.heapAfterGc(1 << 30, -1)).isNull();
        assertThat(alerts.heapAfterGc(1 << 30, 0)).isNull();
    }

    @Test
    void aWarningAboveTheCriticalThresholdMovesIt() {
        Alerts odd = new Alerts(0.95, 0.90, Clock.systemUTC());
        assertThat(odd.heapAfterGc(92, 100)).isNull();
        assertThat(odd.heapAfterGc(96, 100).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void onlyTheNewestAlertsAreKept() {
        for (int i = 0; i < 250; i++) {
            alerts.raise(Level.WARN, "alert " + i);
        }
        assertThat(alerts.newest()).hasSize(100);
        assertThat(alerts.newest().get(0).text()).isEqualTo("alert 150");
        assertThat(alerts.newest().get(99).text()).isEqualTo("alert 249");
    }
}
