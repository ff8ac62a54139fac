package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.Alerts.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private final Alerts alerts = new Alerts(Clock.systemUTC());
    private final List<String> evidence = new ArrayList<>();
    private final Looks looks = new Looks();

    private AlertRules rules(String file) {
        return new AlertRules(Looks.SETTINGS, alerts, text -> {
            evidence.add(text);
            return file;
        });
    }

    @Test
    void evidenceIsTakenOnceAnEpisode() {
        AlertRules rules = rules("e.txt");
        for (int used : new int[] {75, 95, 80, 95, 10, 75}) {
            rules.look(looks.full(used).next());
        }
        assertThat(alerts.newest())
                .extracting(Alerts.Alert::level)
                .containsExactly(Level.WARN, Level.CRITICAL, Level.CRITICAL, Level.INFO, Level.WARN);
        assertThat(alerts.newest())
                .extracting(Alerts.Alert::evidence)
                .containsExactly("e.txt", null, null, null, "e.txt");
        assertThat(alerts.newest().get(0).text()).endsWith("; evidence in e.txt");
        assertThat(evidence).hasSize(2);
    }

    @Test
    void anAlertWithoutEvidenceIsStillAnAlert() {
        rules(null).look(looks.full(95).next());
        assertThat(alerts.newest()).singleElement().satisfies(alert -> {
            assertThat(alert.evidence()).isNull();
            assertThat(alert.text()).endsWith("MiB)");
        });
    }

    @Test
    void everySourceSaysHowItStands() {
        AlertRules rules = rules(null);
        rules.look(looks.full(75).next());
        assertThat(rules.standing())
                .containsEntry(AlertSource.HEAP, Level.WARN)
                .containsEntry(AlertSource.LEAK, Level.INFO)
                .containsEntry(AlertSource.GC, Level.INFO)
                .containsEntry(AlertSource.POOL, Level.INFO);
    }
}
