package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that somebody still needs stay, against a real server. */
class Neo4jSafetyIT {
    @ParameterizedTest
    @CsvSource({"4.4, 17", "5.0, 17", "5.28, 17", "5.28, 25", "6.2, 17", "6.2, 25"})
    void aDroppedSessionWhoseResultIsStillReadIsNeverReleased(String driver, int jdk) {
        AppRun run = RuleScenario.withLibraries(
                        "neo4j-" + driver, "neo4j.Reading", Jdk.require(jdk), "mode=strict", "ttl.neo4j-session=6s")
                .onNeo4j()
                .args(driver)
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout())
                .isEqualTo(
                        """
                blocking: 3000 rows
                in a transaction: 3000 rows
                async: 3000 rows
                reactive: 3000 rows
                """ + (driver.startsWith("4.") || driver.equals("5.0") ? "" : "reactive streams: 3000 rows\n"));
        Seen.lastOf(run).assertActive("neo4j.session").assertNoFalsePositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4", "5.0", "5.28", "6.2"})
    void anIdleOpenTransactionIsRolledBackOnlyIfTheOptionSaysSo(String driver) {
        RunningApp waiting = waiting(driver, "neo4j.rollback-idle=false");
        RunningApp alsoWaiting = waiting(driver, "neo4j.rollback-idle=true");

        AppRun kept = waiting.await().assertSuccess().assertNoHarm();
        assertThat(kept.stdout()).isEqualTo("committed: true\n");
        assertThat(Seen.lastOf(kept).site("neo4j.session", "Waiting.begin").expired())
                .doesNotContainKey("IDLE");

        AppRun rolledBack = alsoWaiting.await().assertSuccess().assertNoHarm();
        assertThat(rolledBack.stdout()).isEqualTo("committed: false\n");
        assertThat(Seen.lastOf(rolledBack).site("neo4j.session", "Waiting.begin"))
                .isEqualTo(Counts.of(1, 0, 0).expired("IDLE", 1));
    }

    private static RunningApp waiting(String driver, String option) {
        return RuleScenario.withLibraries(
                        "neo4j-" + driver,
                        "neo4j.Waiting",
                        Jdk.running(),
                        "mode=strict",
                        "ttl.neo4j-session=4s",
                        option)
                .onNeo4j()
                .args("16000")
                .start();
    }

    /** As fast as collections are allowed, each gives the pool of 20 back; the driver's own time-outs are long enough for that. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void sixtyLeakedSessionsASecondDoNotStarveTheApplication(int jdk) {
        AppRun run = RuleScenario.withLibraries("neo4j-5.28", "neo4j.Rush", Jdk.require(jdk))
                .onNeo4j()
                .args("60", "5")
                .deadline(Duration.ofMinutes(4))
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("requests: 300, failed: 0, ended: true\n");
        Seen seen = Seen.lastOf(run);
        assertThat(seen.site("neo4j.session", "Leaking.blocking").expired().get("ABANDONED"))
                .as("sessions of %s", run)
                .isGreaterThanOrEqualTo(280);
    }
}
