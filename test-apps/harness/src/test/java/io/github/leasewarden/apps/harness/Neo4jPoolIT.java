package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty pool is explained: who has the connections, and whether that is a leak or our own limit is too low. */
class Neo4jPoolIT {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void fiveThousandConcurrentQueriesFinishWithTwentyConnectionsAndTheLimitIsNamed(int jdk) {
        AppRun run = app(jdk, "--exhaust", "--correct", "--requests", "5000")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("queries: 5000, failed: 0\n");
        Seen seen = Seen.lastOf(run).assertNoFalsePositive();
        assertThat(seen.elements("suspects")).isEmpty();
        assertThat(seen.texts("expiries", "/cause")).isEmpty();
        assertThat(exhausted(run)).as("exhausted pools in %s", run).anySatisfy(pool -> {
            assertThat(pool.at("/inUse").asInt()).isEqualTo(20);
            assertThat(pool.at("/waiting").asInt()).isPositive();
            assertThat(Seen.frame(pool.at("/holders/0/site/frames/0").asText())).isEqualTo("Rush.query");
            assertThat(pool.at("/diagnosis").asText())
                    .contains(
                            "The agent's limit is too low for this service: it lowered 100 to 20; set neo4j.pool.max=");
        });
    }

    @Test
    void connectionsKeptIdlyAreNamedByWhoKeepsThem() {
        // nothing is released: the carts' sessions are in use as far as anybody can tell
        AppRun run = app(17, "--exhaust", "--requests", "52", "--rate", "50", "--quiet")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("requests: 52, failed: 6\n");
        assertThat(exhausted(run)).as("exhausted pools in %s", run).anySatisfy(pool -> {
            assertThat(Seen.frame(pool.at("/holders/0/site/frames/0").asText())).isEqualTo("Carts.place");
            assertThat(pool.at("/holders/0/idle").asInt()).isGreaterThanOrEqualTo(10);
            assertThat(pool.at("/diagnosis").asText()).contains("are held by sessions that do not use them: ");
        });
    }

    private static AppUnderAgent app(int jdk, String... args) {
        return AppUnderAgent.app("neo4j-service")
                .on(Jdk.require(jdk))
                .onNeo4j()
                .args(args)
                .agent("sample.interval=1s", "report.interval=1s", "report.keep=500")
                .deadline(Duration.ofMinutes(5));
    }

    private static List<JsonNode> exhausted(AppRun run) {
        return run.reports().stream()
                .flatMap(report -> new Seen(run, report).elements("pools").stream())
                .filter(pool -> !pool.path("diagnosis").isNull())
                .toList();
    }
}
