package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's own rules can do to a user's own streams: limits, batches, queues; and the off switch while a source waits. */
class OwnStreamsIT {
    private static final String RULES = """
            { "schema": 1, "rules": [{
              "id": "own.limit", "kind": "stream",
              "handle": [{ "type": "%1$s$Handler", "on": ["handle"], "limit": 2 }]
            }, {
              "id": "own.batch", "kind": "stream",
              "batch": [{ "type": "%1$s$Greedy", "max": 10 }]
            }, {
              "id": "own.queue", "kind": "stream",
              "gate": [{ "type": "%1$s$OrderQueue", "on": ["put"] }]
            }] }""".formatted("io.github.leasewarden.apps.scenarios.streams.Own");

    private static AppUnderAgent own(String stream, int jdk, String... options) throws IOException {
        Path rules = Files.writeString(Workspace.newRunDirectory("own").resolve("rules.json"), RULES);
        return RuleScenario.of("streams.Own", Jdk.require(jdk), options)
                .agent("rules=" + rules)
                .args(stream);
    }

    private static JsonNode stream(JsonNode report, String rule) {
        for (JsonNode stream : report.at("/streams")) {
            if (stream.at("/rule").asText().equals(rule)) {
                return stream;
            }
        }
        throw new AssertionError("no stream " + rule + " in " + report.at("/streams"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void noMoreHandlersRunAtOnceThanTheRuleSays(int jdk) throws IOException {
        AppRun run = own("limit", jdk, "gate.max-wait=5m").run().assertSuccess().assertNoHarm();
        assertThat(run.stdout()).as("%s", run).isEqualTo("handled: 40, at most 2 at once\n");
        JsonNode stream = stream(run.report(), "own.limit");
        assertThat(stream.at("/processed").asInt()).isEqualTo(40);
        assertThat(stream.at("/waits").asInt()).as("%s", stream).isPositive();
        assertThat(stream.at("/beyondLimit").asInt()).as("%s", stream).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = 25)
    void whoWantsEverythingGetsItInBatches(int jdk) throws IOException {
        AppRun alone = RuleScenario.of("streams.Own", Jdk.require(jdk), "enabled=false")
                .args("batch")
                .run()
                .assertSuccess();
        assertThat(alone.stdout()).isEqualTo("asked for at most: 9223372036854775807\nreceived: 100\n");
        AppRun run = own("batch", jdk).run().assertSuccess().assertNoHarm();
        assertThat(run.stdout()).as("%s", run).isEqualTo("asked for at most: 10\nreceived: 100\n");
    }

    @ParameterizedTest
    @ValueSource(ints = 17)
    void aQueueWithANameIsHeldAndLosesNothing(int jdk) throws IOException {
        AppRun run = own("queue", jdk, "gate.memory-limit=8MiB", "gate.max-wait=100ms")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).as("%s", run).isEqualTo("in the queue: 100, still held: 16 MiB\n");
        JsonNode stream = stream(run.report(), "own.queue");
        assertThat(stream.at("/emitted").asInt()).as("%s", stream).isEqualTo(100);
        assertThat(stream.at("/waits").asInt()).as("%s", stream).isPositive();
        assertThat(stream.at("/timedOut").asInt()).as("%s", stream).isPositive();
    }

    /** It would wait for longer than this test may take. */
    @Test
    void theOffSwitchLetsGoOfASourceThatWaits() throws IOException {
        try (RunningApp app = own("queue", 17, "gate.memory-limit=8MiB", "gate.max-wait=5m")
                .deadline(Duration.ofMinutes(3))
                .start()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> isWaiting(app.reports()));
            Files.createFile(app.reportDir().resolve("off"));
            AppRun run = app.await().assertSuccess().assertNoHarm();
            assertThat(run.stdout()).as("%s", run).isEqualTo("in the queue: 100, still held: 16 MiB\n");
        }
    }

    /** Nobody counts the items any more, and what was kept back would never be asked for. */
    @Test
    void theOffSwitchAsksForWhatABatchKeptBack() throws IOException {
        try (RunningApp app =
                own("slow-batch", 17).deadline(Duration.ofMinutes(3)).start()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.isDirectory(app.reportDir()));
            Files.createFile(app.reportDir().resolve("off"));
            AppRun run = app.await().assertSuccess().assertNoHarm();
            assertThat(run.stdout()).as("%s", run).isEqualTo("received: 100\n");
            assertThat(run.report().at("/agent/off/reason").asText()).contains("off in the report directory");
        }
    }

    private static boolean isWaiting(List<JsonNode> reports) {
        return !reports.isEmpty()
                && reports.get(reports.size() - 1).at("/streams").toString().contains("\"waiting\":1");
    }
}
