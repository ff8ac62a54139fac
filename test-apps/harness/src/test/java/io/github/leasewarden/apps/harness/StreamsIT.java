package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An import that is read faster than it is booked, in 64 MiB; and every built-in source. */
class StreamsIT {
    private static final String BOOKED = "booked: 19980, refused: 20, in order: true\n";

    private static AppUnderAgent pipeline(int jdk, String... jvmArgs) {
        return AppUnderAgent.app("stream-pipeline")
                .on(Jdk.require(jdk))
                .jvmArgs("-Xmx64m")
                .jvmArgs(jvmArgs)
                .args("--quiet")
                .deadline(Duration.ofMinutes(4));
    }

    private static AppUnderAgent guarded(AppUnderAgent pipeline, String... options) {
        Path rules = Workspace.root().resolve("test-apps/stream-pipeline/rules.json");
        return pipeline.agent("rules=" + rules, "sample.interval=1s").agent(options);
    }

    private static JsonNode stream(AppRun run, String rule) {
        return Seen.lastOf(run).elements("streams").stream()
                .filter(stream -> stream.at("/rule").asText().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stream " + rule + " in the report of " + run));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void withoutTheAgentTheHeapIsTooSmall(int jdk) {
        AppRun run = pipeline(jdk).args("--invalid-every", "0").run();
        assertThat(run.timedOut()).isFalse();
        assertThat(run.exitCode()).as("%s", run).isNotZero();
        assertThat(run.stderr()).contains("OutOfMemoryError");
        assertThat(run.stdout()).doesNotContain("booked");
    }

    @ParameterizedTest
    @CsvSource({"17, G1", "17, Serial", "17, Parallel", "25, G1", "25, Serial", "25, Parallel"})
    void withItEveryOrderIsBookedInOrderAndTheHeapStaysBelowItsLimit(int jdk, String collector) {
        AppRun run = guarded(pipeline(jdk, "-XX:+Use" + collector + "GC"))
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).as("%s", run).isEqualTo(BOOKED);

        JsonNode stream = stream(run, "pipeline.orders");
        assertThat(stream.at("/processed").asInt()).isEqualTo(19_980);
        assertThat(stream.at("/failed").asInt()).isEqualTo(20);
        assertThat(stream.at("/isolated").asInt()).isEqualTo(20);
        assertThat(stream.at("/waits").asInt()).as("waits in %s", run).isPositive();
        assertThat(stream.at("/total").asInt()).isEqualTo(20_000);
        assertThat(stream.at("/progress").asDouble()).isEqualTo(1);
        assertThat(stream.at("/failures/0/type").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(stream.at("/failures/0/frames/0").asText()).contains("OrderHandler.handle");

        JsonNode heap = run.report().at("/heap");
        assertThat(peak(heap.at("/series")) / heap.at("/maxBytes").asDouble())
                .as("peak of the heap after a collection in %s", run)
                .isPositive()
                .isLessThanOrEqualTo(0.85);
    }

    /**
     * Bytes. A young collection that finds no room to promote to (seen with Serial: 100 %) leaves the heap as full as it was, and a full one follows at once;
     * what that one leaves is what counts.
     */
    private static double peak(JsonNode series) {
        double peak = 0;
        for (int i = 0; i < series.size(); i++) {
            double used = used(series.get(i));
            if (i + 1 < series.size() && at(series.get(i)).plusMillis(100).isAfter(at(series.get(i + 1)))) {
                used = Math.min(used, used(series.get(i + 1)));
            }
            peak = Math.max(peak, used);
        }
        return peak;
    }

    private static double used(JsonNode point) {
        return point.at("/usedAfterGcBytes").asDouble();
    }

    private static Instant at(JsonNode point) {
        return Instant.parse(point.at("/at").asText());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theCorrectTwinIsLeftAlone(int jdk) {
        AppRun alone = pipeline(jdk).args("--correct").run().assertSuccess();
        AppRun run =
                guarded(pipeline(jdk)).args("--correct").run().assertSuccess().assertNoHarm();
        run.assertSameBehaviourAs(alone);
        assertThat(run.stdout()).isEqualTo(BOOKED);
        JsonNode stream = stream(run, "pipeline.orders");
        assertThat(stream.at("/waits").asInt()).as("waits in %s", run).isZero();
        assertThat(stream.at("/processed").asInt()).isEqualTo(19_980);
    }

    /** Each source counts each of its items once, whatever it is wrapped in, and would hold each under pressure. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyBuiltInSourceIsSeen(int jdk) {
        AppRun run = RuleScenario.of(
                        "streams.Sources",
                        Jdk.require(jdk),
                        "mode=observe",
                        "gate.memory-limit=8MiB",
                        "gate.max-wait=1s")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("received 1300: true\nstill held: 16 MiB\n");
        Seen seen = Seen.lastOf(run);
        Map.of(
                        "jdk.submission-publisher.source", 100,
                        "reactor.sinks", 300,
                        "reactor.flux-create", 300,
                        "reactor.flux-generate", 100,
                        "rxjava3.emitters", 300,
                        "rxjava3.generators", 200)
                .forEach((rule, items) -> {
                    seen.assertActive(rule);
                    JsonNode stream = stream(run, rule);
                    assertThat(stream.at("/emitted").asInt())
                            .as("items of %s in %s", rule, run)
                            .isEqualTo(items);
                    assertThat(stream.at("/wouldWait").asInt())
                            .as("items of %s that would wait in %s", rule, run)
                            .isPositive();
                    assertThat(stream.at("/waits").asInt()).isZero();
                });
    }

    @Test
    void aRuleThatCannotBeMeantIsNamedAndTheApplicationRuns() throws Exception {
        Path rules = Files.writeString(
                Workspace.newRunDirectory("streams").resolve("bad.json"),
                "{ \"schema\": 1, \"rules\": [{ \"id\": \"bad\", \"kind\": \"stream\", \"type\": \"com.acme.Queue\","
                        + " \"handle\": [{ \"on\": [\"handle\"], \"limit\": 0 }] }] }");
        AppRun run = pipeline(17)
                .args("--correct")
                .agent("rules=" + rules, "gate.max-wait=0s", "gate.memory-limit=1GiB", "pressure.low=0.9")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo(BOOKED);
        assertThat(run.stderr())
                .contains(
                        "bad.json: rule bad.handle[0].limit: expected a number from 1 to 1000000; the file is left out")
                .contains("option gate.max-wait: \"0s\" is not between 1 ms and 300000 ms, or off; using 5s")
                .contains("option gate.memory-limit: 1024 MiB is not below the heap's 64 MiB")
                .contains("option pressure.low: 0.9 is not below pressure.high, which is 0.8");
    }
}
