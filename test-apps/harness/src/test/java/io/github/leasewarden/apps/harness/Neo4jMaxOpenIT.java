package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code neo4j.sessions.max-open}, against three generations of the driver and a real server. */
class Neo4jMaxOpenIT {
    @ParameterizedTest
    @CsvSource({"4.4, 17", "5.28, 17", "6.2, 25"})
    void theLongestIdleSafeSessionsOfADriverGoFirst(String driver, int jdk) {
        AppRun run = RuleScenario.withLibraries("neo4j-" + driver, "neo4j.TooMany", Jdk.require(jdk))
                .onNeo4j()
                .agent("neo4j.sessions.max-open=5")
                .run()
                .assertSuccess()
                .assertNoHarm();

        // of eleven, five may stay: those in use, and the two used last
        assertThat(run.stdout()).as("%s", run).isEqualTo("""
                six are closed: true
                closed: xxxxxx.., of another driver: ...
                rows: 5000
                the newest works: 7
                """);
        Seen.lastOf(run)
                .assertNoFalsePositive()
                .elements("expiries")
                .forEach(expiry -> assertThat(expiry.at("/cause").asText() + ": "
                                + expiry.at("/sentence").asText())
                        .startsWith("MAX_OPEN: Released a neo4j-session because it is the longest idle that is safe")
                        .contains("are open where 5 may be; opened at ", "TooMany.used"));
        assertThat(Seen.lastOf(run).texts("expiries", "/outcome")).hasSize(6).containsOnly("expired");
    }
}
