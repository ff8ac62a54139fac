package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The load test in a short form, both ways. {@code .ci/run} has it at full size. */
class LoadIT {
    private static final String[] SMALL = {
        "--rounds", "2", "--subscriptions", "100", "--connections", "50", "--queries", "200", "--items", "2000"
    };

    @Test
    void nothingIsLeftOfALoadAndEachInjectedLeakIsNamed() {
        RunningApp sound = load().args("--settle", "60").start();
        // what is left does not go away: waiting is for the agent's next look only
        RunningApp leaking = load().args("--leak", "--settle", "15").start();
        assertSound(sound.await());
        assertNamed(leaking.await());
    }

    private static void assertSound(AppRun run) {
        run.assertSuccess().assertNoHarm();
        assertThat(run.stdout()).as("%s", run).contains("the load test passed").doesNotContain("FAILED");
        Seen.lastOf(run).assertNoFalsePositive();
        assertThat(openLeases(run).values().stream().mapToLong(Long::longValue).sum())
                .as("open leases in %s: %s", run, openLeases(run))
                // Tyrus makes a session for the server when it is deployed, and never closes it
                .isLessThanOrEqualTo(1);
    }

    private static void assertNamed(AppRun run) {
        assertThat(run.exitCode()).as("exit status of %s", run).isEqualTo(1);
        for (String leaked : List.of(
                "subscriptions",
                "WebSocket connections",
                "Neo4j connections in use",
                "leases of subscription",
                "leases of websocket",
                "leases of listener",
                "leases of neo4j-session",
                "threads",
                "heap after GC (MiB)")) {
            assertThat(run.stdout()).as("%s", run).contains("FAILED: " + leaked + " grew from ");
        }
        // by kind and not by line: on a busy machine a lease may have no stack; the agent releases sessions when the
        // JVM exits
        assertThat(openLeases(run))
                .as("open leases in %s", run)
                .containsEntry("subscription", 60L)
                .containsKeys("websocket", "listener");
    }

    private static AppUnderAgent load() {
        return AppUnderAgent.app("load")
                .onNeo4j()
                .args(SMALL)
                .agent("sample.interval=1s")
                .deadline(Duration.ofMinutes(4));
    }

    /** What was open at the end, by kind. */
    private static Map<String, Long> openLeases(AppRun run) {
        Map<String, Long> open = new TreeMap<>();
        for (JsonNode site : run.report().at("/leases")) {
            String kind = site.at("/kind").asText();
            if (site.at("/open").asLong() > 0 && !kind.equals("pool")) {
                open.merge(kind, site.at("/open").asLong(), Long::sum);
            }
        }
        return open;
    }
}
