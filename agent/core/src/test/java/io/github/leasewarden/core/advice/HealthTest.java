package io.github.leasewarden.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.AlertSource;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import io.github.leasewarden.core.report.Totals;
import io.github.leasewarden.core.sampling.GcTotals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void whatIsNotKnownYetIsNotPerfect() {
        Health health = health(Parts.none(), null, false);
        assertThat(health.score()).isEqualTo(95);
        assertThat(health.status()).isEqualTo("ok");
        assertThat(health.reasons()).singleElement().asString().startsWith("No verdict yet");
    }

    @Test
    void aLeakIsTheFirstReason() {
        Health health = health(Parts.full(), null, false);
        assertThat(health.reasons().get(0)).isEqualTo("It leaks.");
        assertThat(health.score()).isLessThan(80);
    }

    @Test
    void anAgentThatDoesNotWatchIsNotHealthy() {
        assertThat(health(Parts.none(), null, true).status()).isEqualTo("bad");
        assertThat(health(Parts.none(), "a hook failed", false).reasons().get(0))
                .contains("a hook failed");
    }

    @Test
    void figuresThatNobodyRenewsAreNotHealthy() {
        Health health = Health.of(Parts.none(), 0.7, 0.9, null, "A look hangs.", false);
        assertThat(health.status()).isEqualTo("bad");
        assertThat(health.reasons().get(0)).isEqualTo("A look hangs.");
    }

    @Test
    void anAgentThatIsOffNeedNotLook() {
        assertThat(Health.of(Parts.none(), 0.7, 0.9, null, "A look hangs.", true))
                .isEqualTo(health(Parts.none(), null, true));
    }

    @Test
    void theScoreNeverLeavesItsScale() {
        assertThat(health(Parts.full(), "broken", true).score()).isBetween(0, 100);
    }

    @Test
    void aContainerNearItsLimitCostsPointsForAsLongAsItsAlertStands() {
        Health before = health(Parts.full(), null, false);
        Health warned = health(alerted(Alerts.Level.WARN), null, false);
        assertThat(before.reasons()).noneMatch(reason -> reason.contains("container"));
        assertThat(warned.reasons())
                .contains("80 % of the container's memory limit is in use, whatever the heap says.");
        assertThat(warned.score()).isLessThan(before.score());
    }

    private static Observation alerted(Alerts.Level level) {
        Observation full = Parts.full();
        return new Observation(
                full.at(),
                full.agent(),
                full.jvm(),
                full.verdict(),
                full.evidence(),
                full.leases(),
                full.expiries(),
                full.clamps(),
                full.alerts(),
                full.rules(),
                full.streams(),
                full.reconnects(),
                new Totals(
                        0,
                        Map.of(),
                        Map.of(AlertSource.CONTAINER, level),
                        List.of(),
                        List.of(),
                        GcTotals.NONE,
                        List.of()));
    }

    private static Health health(Observation seen, String selfTest, boolean off) {
        return Health.of(seen, 0.7, 0.9, selfTest, null, off);
    }
}
