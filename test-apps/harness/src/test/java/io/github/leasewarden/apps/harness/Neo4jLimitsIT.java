package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of {@code neo4j-driver.json} that are not the pool's, against four generations of the driver and a real server. */
class Neo4jLimitsIT {
    @ParameterizedTest
    @CsvSource({"4.4, 17", "5.0, 17", "5.28, 25", "6.2, 17", "6.2, 25"})
    void aQueryWithoutTimeOutGetsOneAndAnOwnOneStays(String driver, int jdk) {
        AppRun run = RuleScenario.withLibraries("neo4j-" + driver, "neo4j.Limits", Jdk.require(jdk))
                .onNeo4j()
                .args(driver)
                .agent("neo4j.tx-timeout=500ms", "neo4j.fetch-size=500", "neo4j.result.max-rows=200")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("""
                own time-out: PT1M30S
                own fetch size: Optional[500]
                small fetch size: Optional[7]
                no fetch size: Optional.empty
                rows: 300, 400
                few rows: 200, 200
                run: TransactionTimedOut
                transaction: TransactionTimedOut
                async: TransactionTimedOut
                """);
        assertThat(Seen.lastOf(run).elements("largeResults"))
                .extracting(result -> Seen.frame(result.at("/frames/0").asText()) + " " + result.at("/times") + " "
                        + result.at("/mostRows"))
                .containsExactlyInAnyOrder("Limits.blockingRows 1 300", "Limits.listOf 1 400");
        assertThat(run.stderr())
                .contains("clamped neo4j.tx-timeout of neo4j.config from none to 500;")
                .contains("clamped neo4j.fetch-size of neo4j.config from 100000 to 500;");
    }
}
