package io.github.leasewarden.apps.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that cannot be released, locks the application holds, and listeners of nobody. */
class ReleaseFaultsIT {
    private static final Pattern RELEASER = Pattern.compile("\"leasewarden-releaser-\\d+\"");

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void releasesThatBlockOrThrowAreGivenUpAndTheOthersGoOn(int jdk) throws IOException {
        Path end = dir.resolve("end");
        try (RunningApp app = Fault.program(dir, StuckMain.class, "mode=strict", "ttl.thing=1s", "release.deadline=1s")
                .args(end.toString())
                .on(Jdk.require(jdk))
                .start()) {
            await().atMost(Duration.ofSeconds(80))
                    .until(() -> app.reports().stream().anyMatch(ReleaseFaultsIT::allAreGivenUp));
            String threads = app.threadDump();
            Files.createFile(end);
            AppRun run = app.await().assertSuccess().assertNoHarm();

            assertThat(Fault.number(run, "good ones closed")).isEqualTo(10);
            // of those that block some, one after another, of those that throw all
            assertThat(Fault.number(run, "bad ones tried")).isBetween(11L, 20L);
            assertThat(RELEASER.matcher(threads).results())
                    .as("four, and one for each that nothing wakes")
                    .hasSizeBetween(1, 8);
            JsonNode thing = Fault.leases(run, "faults.thing");
            assertThat(thing.path("expired").path("IDLE").asInt()).isEqualTo(10);
            assertThat(thing.path("failed").asInt()).isBetween(11, 20);
            assertThat(run.report().path("expiries").findValuesAsText("outcome"))
                    .contains("expired", "failed", "timeout");
        }
    }

    /** All that throw have failed, all good ones are released, and one that blocks is given up. */
    private static boolean allAreGivenUp(JsonNode report) {
        return sum(report, "failed") >= 11 && sum(report, "IDLE") == 10;
    }

    private static int sum(JsonNode report, String field) {
        return report.path("leases").findValues(field).stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void anApplicationThatHoldsItsLockWhileOpeningDoesNotDeadlock(int jdk) throws IOException {
        AppRun run = Fault.program(dir, LockMain.class, "mode=strict", "ttl.thing=1s", "expiry.rate=100000")
                .args("10000")
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("rounds: 10000\nclosed by the agent: true\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void listenersOfNobodyInParticularStay(int jdk) throws IOException {
        AppRun run = Fault.program(dir, StrangersMain.class, "ttl.listener=1s", "ttl.subscription=1s")
                .args("8000")
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("listeners left: 240\nsubscribers left: 60\n");
        assertThat(run.report().path("expiries")).isEmpty();
        assertThat(Fault.leases(run, "jdk.property-change").path("opened").asInt())
                .isEqualTo(180);
    }
}
