package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code okhttp.json}, {@code java-websocket.json}, and what the rules of the JDK's and Tyrus' clients say about connects. */
class ReconnectsIT {
    private static final Map<String, String> RULES = Map.of(
            "jdk", "jdk.websocket",
            "tyrus", "jakarta.websocket",
            "okhttp", "okhttp.websocket",
            "java-websocket", "java-websocket.client");
    private static final Map<String, String> TIMEOUTS = Map.of(
            "jdk", "not to be seen",
            "tyrus", "30 s by itself",
            "okhttp", "30000 for none, 90000 for 90000, 10000 for unset",
            "java-websocket", "30000 for none, 90000 for 90000");

    private static AppUnderAgent storm(String library, String libraries, int jdk, String... options) {
        AppUnderAgent app = libraries.equals("newest")
                ? RuleScenario.of("reconnect.Storm", Jdk.require(jdk), options)
                : RuleScenario.withLibraries(libraries, "reconnect.Storm", Jdk.require(jdk), options);
        return app.args(library);
    }

    private static JsonNode onlyEndpoint(AppRun run) {
        assertThat(Seen.lastOf(run).elements("reconnects"))
                .as("endpoints in %s", run)
                .hasSize(1);
        return run.report().at("/reconnects/0");
    }

    /** How often the program could not connect, by its own count; in the end it could. */
    private static int failed(AppRun run, String library) {
        String expected = "connect time-out in ms: " + TIMEOUTS.get(library) + "\nfailed: (\\d+)\nconnected: true\n";
        Matcher said = Pattern.compile(expected).matcher(run.stdout());
        assertThat(said.matches()).as("%s", run).isTrue();
        return Integer.parseInt(said.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "jdk, newest, 17",
        "jdk, newest, 25",
        "tyrus, newest, 25",
        "okhttp, newest, 17",
        "okhttp, okhttp-4, 17",
        "java-websocket, newest, 17"
    })
    void aStormIsSeenInAnyModeAndDelayedByNobodyUnasked(String library, String libraries, int jdk) {
        AppRun run = storm(library, libraries, jdk, "mode=observe")
                .run()
                .assertSuccess()
                .assertNoHarm();
        int failed = failed(run, library);
        String rule = RULES.get(library);
        Seen.lastOf(run).assertActive(rule);
        JsonNode endpoint = onlyEndpoint(run);
        assertThat(endpoint.at("/endpoint").asText()).startsWith("localhost:");
        assertThat(endpoint.at("/rule").asText()).isEqualTo(rule);
        assertThat(endpoint.at("/failures").asInt()).as("%s", endpoint).isEqualTo(failed);
        assertThat(endpoint.at("/inARow").asInt()).as("%s", endpoint).isZero();
        assertThat(endpoint.at("/storms").asInt()).as("%s", endpoint).isPositive();
        assertThat(endpoint.at("/storming").asBoolean()).as("%s", endpoint).isFalse();
        assertThat(endpoint.at("/delays").asInt()).as("%s", endpoint).isZero();
        assertThat(run.stderr())
                .containsPattern("\\[leasewarden] reconnect storm: \\d+ connects in a row to localhost:");
    }

    @ParameterizedTest
    @CsvSource({"jdk, newest, 25", "tyrus, newest, 17", "okhttp, newest, 25", "java-websocket, newest, 25"})
    void guardedTheConnectsOfAStormAreDelayedAndGetThroughInTheEnd(String library, String libraries, int jdk) {
        AppRun run = storm(library, libraries, jdk, "reconnect.guard=true", "reconnect.max-delay=200ms")
                .run()
                .assertSuccess()
                .assertNoHarm();
        int failed = failed(run, library);
        JsonNode endpoint = onlyEndpoint(run);
        assertThat(endpoint.at("/failures").asInt()).as("%s", endpoint).isEqualTo(failed);
        assertThat(endpoint.at("/delays").asInt()).as("%s", endpoint).isPositive();
        assertThat(endpoint.at("/delayedMillis").asInt()).as("%s", endpoint).isPositive();
        assertThat(endpoint.at("/waiting").asInt()).as("%s", endpoint).isZero();
    }

    /** A visitor of a chat that is gone for three seconds. */
    private static AppUnderAgent flap(String... args) {
        return AppUnderAgent.app("websocket-chat")
                .args("--flap", "--seconds", "3", "--quiet")
                .args(args);
    }

    @Test
    void whoComesBackWithoutAPauseIsSlowedAndComesBack() {
        AppRun run = flap().agent("reconnect.guard=true", "reconnect.max-delay=1s", "sample.interval=1s")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).as("%s", run).isEqualTo("came before: true\ncame back: true\n");
        JsonNode endpoint = onlyEndpoint(run);
        assertThat(endpoint.at("/storms").asInt()).as("%s", endpoint).isPositive();
        assertThat(endpoint.at("/delays").asInt()).as("%s", endpoint).isPositive();
    }

    @Test
    void whoBacksOffByItselfIsLeftAlone() {
        AppRun alone = flap("--correct").run().assertSuccess();
        AppRun run = flap("--correct")
                .agent("reconnect.guard=true", "sample.interval=1s")
                .run()
                .assertSuccess()
                .assertNoHarm();
        run.assertSameBehaviourAs(alone);
        assertThat(run.stdout()).isEqualTo("came before: true\ncame back: true\n");
        JsonNode endpoint = onlyEndpoint(run);
        assertThat(endpoint.at("/storms").asInt()).as("%s", endpoint).isZero();
        assertThat(endpoint.at("/delays").asInt()).as("%s", endpoint).isZero();
    }
}
