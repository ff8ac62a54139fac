package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.Alerts.Level;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GcAlertTest {
    private final GcAlert alert = new GcAlert(Looks.SETTINGS);
    private final Looks looks = new Looks();

    /** The level after a minute and more in which each ten seconds had pauses of this length. */
    private Level after(int looksTaken, int pauses, long millisEach) {
        for (int i = 0; i < looksTaken; i++) {
            for (int j = 0; j < pauses; j++) {
                looks.pause(millisEach);
            }
            alert.look(looks.next());
        }
        return alert.level();
    }

    @Test
    void fewShortPausesRaiseNothing() {
        assertThat(after(20, 10, 50)).isEqualTo(Level.INFO);
    }

    @Test
    void frequentCollectionsAreAWarningAndVeryFrequentOnesAreCritical() {
        assertThat(after(10, 30, 50)).isEqualTo(Level.WARN);
        assertThat(after(10, 70, 50)).isEqualTo(Level.CRITICAL);
    }

    @Test
    void theAlertIsOverWhenTheApplicationRunsAgain() {
        after(10, 30, 50);
        AlertRule.News news = null;
        for (int i = 0; i < 10 && news == null; i++) {
            news = alert.look(looks.next());
        }
        assertThat(news.level()).isEqualTo(Level.INFO);
        assertThat(news.text()).startsWith("back to normal: collections stopped the application for");
    }

    @Test
    void aShortTimeSaysNothingAboutAShare() {
        looks.pause(900).pause(900);
        assertThat(alert.look(looks.next())).isNull();
        assertThat(alert.look(looks.next())).isNull();
    }

    @Test
    void oneLongPauseIsAWarningForAsLongAsTheWindow() {
        alert.look(looks.next());
        AlertRule.News news = alert.look(looks.pause(1500).next());
        assertThat(news.level()).isEqualTo(Level.WARN);
        assertThat(news.text())
                .isEqualTo("a collection (G1New, G1 Evacuation Pause) stopped the application for 1500 ms");
        assertThat(alert.look(looks.next())).as("told once").isNull();
        looks.seconds(70);
        assertThat(alert.look(looks.next()).level()).isEqualTo(Level.INFO);
        assertThat(alert.look(looks.next())).as("the old pause is no news").isNull();
    }

    @Test
    void collectionsTheAgentAskedForDoNotCount() {
        for (int i = 0; i < 20; i++) {
            assertThat(alert.look(looks.ownPause(5000).next())).isNull();
        }
    }

    @Test
    void withoutALimitALongPauseIsNoNews() {
        GcAlert lenient =
                new GcAlert(new AlertSettings(0.7, 0.9, Duration.ofMinutes(5), 0.1, Duration.ofSeconds(60), null, 0.9));
        lenient.look(looks.next());
        assertThat(lenient.look(looks.pause(1500).next())).isNull();
    }
}
