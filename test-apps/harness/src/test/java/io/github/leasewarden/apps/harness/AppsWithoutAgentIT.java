package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the test apps do on their own: the leaking ones leak, their twins do not, and all end by themselves. */
class AppsWithoutAgentIT {
    @Test
    void neo4jServiceRunsOutOfConnectionsOnlyWhenItLeaks() {
        AppUnderAgent leaking = AppUnderAgent.app("neo4j-service").onNeo4j().args("--rate", "200");
        // every other request leaks a connection, the last of the 100 is gone with request 199
        assertThat(leaking.args("--requests", "202").run().assertSuccess().stdout())
                .contains("request 200 failed: Unable to acquire connection from the pool")
                .endsWith("requests: 202, failed: 3\n");

        AppUnderAgent correct = AppUnderAgent.app("neo4j-service").onNeo4j().args("--rate", "200", "--correct");
        assertThat(correct.args("--requests", "300").run().assertSuccess().stdout())
                .isEqualTo("requests: 300, failed: 0\n");
    }

    @Test
    void webSocketChatKeepsSessionsAndListenersOnlyWhenItLeaks() {
        String visits = "visitors: 40, heard: 40, all left: true\n";
        assertThat(run("websocket-chat", "--requests", "40", "--rate", "50").stdout())
                .isEqualTo(visits + "sessions held: 40, listeners held: 40\n");
        assertThat(run("websocket-chat", "--requests", "40", "--rate", "50", "--correct")
                        .stdout())
                .isEqualTo(visits + "sessions held: 0, listeners held: 0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5"})
    void eventFeedKeepsSubscribersOnlyWhenItLeaks(String publishEvery) {
        String[] args = {"--requests", "100", "--rate", "100", "--publish-every", publishEvery};
        AppUnderAgent leaking = AppUnderAgent.app("event-feed").args(args);
        assertThat(leaking.run().assertSuccess().stdout())
                .isEqualTo("requests: 100\nsubscribers held: 50 JDK, 50 Reactor\n");

        AppUnderAgent correct = AppUnderAgent.app("event-feed").args(args).args("--correct");
        assertThat(correct.run().assertSuccess().stdout())
                .isEqualTo("requests: 100\nsubscribers held: 0 JDK, 0 Reactor\n");
    }

    @Test
    void heapGrowthIsUnboundedOnlyWhenItLeaks() {
        String[] args = {"--requests", "100", "--rate", "50", "--rate-kb", "5000"};
        assertThat(AppUnderAgent.app("heap-growth")
                        .args(args)
                        .run()
                        .assertSuccess()
                        .stdout())
                .isEqualTo("requests: 100\naudit entries held: 10000\n");
        assertThat(AppUnderAgent.app("heap-growth")
                        .args(args)
                        .args("--correct")
                        .run()
                        .assertSuccess()
                        .stdout())
                .isEqualTo("requests: 100\naudit entries held: 2000\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void steadyServiceServesEveryoneToTheEnd(int jdk) {
        AppRun run = AppUnderAgent.app("steady-service")
                .on(Jdk.require(jdk))
                .onNeo4j()
                .args("--requests", "90", "--rate", "20")
                .run()
                .assertSuccess();
        assertThat(run.stdout()).isEqualTo("""
                requests: 90
                settings still readable: true
                operator still connected: true
                heard of closing time: 450 of 450
                """);
    }

    @Test
    void demoRunsIntoThePoolsLimit() {
        AppRun run = AppUnderAgent.app("demo")
                .onNeo4j()
                .args("--seconds", "8", "--rate", "30")
                .run()
                .assertSuccess();
        assertThat(run.stdout())
                .contains("100 ok")
                .contains("Unable to acquire connection from the pool within configured maximum time")
                .containsPattern("left behind: \\d{3} watchers of the order feed, \\d{2,3} listeners in the chat room");
    }

    @Test
    void demoWithoutServerFailsToStart() {
        AppRun run =
                AppUnderAgent.app("demo").env("NEO4J_URI", "bolt://localhost:1").run();
        assertThat(run.timedOut()).isFalse();
        assertThat(run.exitCode()).isNotZero();
    }

    private static AppRun run(String app, String... args) {
        return AppUnderAgent.app(app).args(args).run().assertSuccess();
    }
}
