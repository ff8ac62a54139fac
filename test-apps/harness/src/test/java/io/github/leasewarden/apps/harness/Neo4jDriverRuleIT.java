package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.Seen.Counts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code neo4j-driver.json} against four generations of the driver and a real server. */
class Neo4jDriverRuleIT {
    @ParameterizedTest
    @CsvSource({"4.4, 17", "5.0, 17", "5.28, 17", "5.28, 25", "6.2, 17", "6.2, 25"})
    void droppedSessionsGiveTheirConnectionsBackAndReadOnesDoNot(String driver, int jdk) {
        AppRun run = RuleScenario.withLibraries("neo4j-" + driver, "neo4j.Sessions", Jdk.require(jdk))
                .onNeo4j()
                .args(driver)
                // no collection but the one the full pool asks for
                .jvmArgs("-Xms256m", "-Xmn200m", "-XX:MetaspaceSize=200m")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("""
                pool usable: true
                rows read: 5000
                orders left behind: 0
                """);
        String pool = driver.equals("4.4") || driver.equals("5.0") ? "neo4j.pool.netty" : "neo4j.pool.bolt";
        Seen seen = Seen.lastOf(run)
                .assertActive("neo4j.session")
                .assertActive("neo4j.config")
                .assertActive(pool)
                .assertNoFalsePositive();
        assertThat(seen.site("neo4j.session", "Leaking.blocking"))
                .isEqualTo(Counts.of(7, 0, 0).expired("ABANDONED", 7));
        assertThat(seen.site("neo4j.session", "Leaking.async"))
                .isEqualTo(Counts.of(6, 0, 0).expired("ABANDONED", 6));
        assertThat(seen.site("neo4j.session", "Leaking.reactive"))
                .isEqualTo(Counts.of(6, 0, 0).expired("ABANDONED", 6));
        assertThat(seen.site("neo4j.session", "Correct.blocking")).isEqualTo(Counts.of(4, 4, 0));
        assertThat(seen.site("neo4j.session", "Correct.async")).isEqualTo(Counts.of(3, 3, 0));
        assertThat(seen.site("neo4j.session", "Correct.reactive")).isEqualTo(Counts.of(3, 3, 0));
        assertThat(seen.site("neo4j.session", "Sessions.rowsOfADroppedSession").expired())
                .doesNotContainKey("ABANDONED");
        assertThat(seen.texts("expiries", "/outcome")).containsOnly("expired");
        assertThat(seen.report().at("/agent/cost/agentGcs").asInt())
                .as("collections asked for")
                .isBetween(1, 2);
        assertFullPoolWasSeen(run, pool);
    }

    private static void assertFullPoolWasSeen(AppRun run, String rule) {
        List<JsonNode> pools = run.reports().stream()
                .flatMap(report -> new Seen(run, report).elements("pools").stream())
                .toList();
        assertThat(pools).as("pools in the reports of %s", run).anySatisfy(pool -> {
            assertThat(pool.at("/rule").asText()).isEqualTo(rule);
            assertThat(pool.at("/address").asText()).contains(":");
            assertThat(pool.at("/size").asInt()).isEqualTo(20);
            assertThat(pool.at("/inUse").asInt()).isEqualTo(20);
            assertThat(pool.at("/max").asInt()).isEqualTo(20);
            JsonNode clamp = pool.at("/clamped").path("neo4j.pool.max");
            assertThat(clamp.at("/from").asText()).isEqualTo("100");
            assertThat(clamp.at("/to").asText()).isEqualTo("20");
        });
    }
}
