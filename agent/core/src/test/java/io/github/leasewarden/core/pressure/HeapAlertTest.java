package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.Alerts.Level;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapAlertTest {
    private final HeapAlert alert = new HeapAlert(Looks.SETTINGS);
    private final Looks looks = new Looks();

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
            AlertRule.News news = alert.look(looks.full(Long.parseLong(percent)).next());
            raised.append(news == null ? "-" : news.level().name().substring(0, 1));
        }
        assertThat(raised).hasToString(expected);
    }

    @Test
    void anAlertSaysHowMuchOfWhat() {
        looks.max(256L << 20);
        assertThat(alert.look(looks.full(230L << 20).next()).text())
                .isEqualTo("90 % of the heap is in use after a collection (230 of 256 MiB)");
        assertThat(alert.look(looks.full(0).next()).text()).startsWith("back to normal: 0 % of the heap");
    }

    @Test
    void garbageThatAYoungCollectionLeftIsNoAlert() {
        looks.full(30);
        assertThat(alert.look(looks.young(50).young(72).young(95).next())).isNull();
        assertThat(alert.look(looks.young(96).young(97).next()))
                .as("three readings in a row are no accident")
                .isNotNull();
    }

    @Test
    void aStaleReadingRaisesNothing() {
        looks.full(95).seconds(301);
        assertThat(alert.look(looks.next())).isNull();
        assertThat(alert.level()).isEqualTo(Level.INFO);
    }

    @Test
    void anAlertWhoseReadingGrewOldIsNeitherConfirmedNorWithdrawnAndThatIsSaidOnce() {
        assertThat(alert.look(looks.full(95).next()).level()).isEqualTo(Level.CRITICAL);
        looks.seconds(301);
        AlertRule.News stale = alert.look(looks.next());
        assertThat(stale.level()).isEqualTo(Level.INFO);
        assertThat(stale.text()).contains("stale");
        assertThat(alert.look(looks.next())).isNull();
        assertThat(alert.level()).isEqualTo(Level.CRITICAL);
        assertThat(alert.look(looks.full(10).next()).text()).startsWith("back to normal");
    }

    @Test
    void aHeapWithoutLimitRaisesNothing() {
        assertThat(alert.look(looks.max(-1).full(1 << 30).next())).isNull();
        assertThat(alert.look(looks.max(0).full(1 << 30).next())).isNull();
    }

    @Test
    void nothingIsRaisedBeforeTheFirstCollection() {
        assertThat(alert.look(looks.next())).isNull();
    }

    @Test
    void aWarningAboveTheCriticalThresholdMovesIt() {
        HeapAlert odd = new HeapAlert(
                new AlertSettings(0.95, 0.90, Duration.ofMinutes(5), 0.1, Duration.ofMinutes(1), null, 0.9));
        assertThat(odd.look(looks.full(92).next())).isNull();
        assertThat(odd.look(looks.full(96).next()).level()).isEqualTo(Level.CRITICAL);
    }
}
