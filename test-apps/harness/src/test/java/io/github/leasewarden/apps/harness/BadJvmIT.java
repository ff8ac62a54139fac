package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM that shows less than others: the agent says what it cannot see, and goes on with the rest. */
class BadJvmIT {
    private static final String[] GROWING = {"--seconds", "20", "--rate-kb", "2000", "--garbage-kb", "16000"};

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void withoutJfrTheHeapIsStillJudgedAndTheGapIsNamed(int jdk) {
        AppRun run = growing(jdk)
                .jvmArgs("-XX:-FlightRecorder")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(verdicts(run)).containsAnyOf("growing", "leak");
        assertThat(reasons(run)).as("reasons in %s", run).anyMatch(reason -> reason.contains("JFR is not usable"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void withoutTheModuleOfJfrTheHeapIsStillJudged(int jdk) {
        AppRun run = growing(jdk)
                .jvmArgs(
                        "--limit-modules",
                        "java.base,java.instrument,java.management,jdk.management,java.logging,java.desktop")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(verdicts(run)).containsAnyOf("growing", "leak");
        assertThat(reasons(run)).as("reasons in %s", run).anyMatch(reason -> reason.contains("JFR is not usable"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aRecordingOfTheUsersIsLeftAsItIs(int jdk) throws Exception {
        Path file = Workspace.newRunDirectory("recording").resolve("users.jfr");
        AppRun run = growing(jdk)
                .jvmArgs("-XX:StartFlightRecording=filename=" + file + ",settings=profile")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(verdicts(run)).containsAnyOf("growing", "leak");
        assertThat(Files.size(file)).as("the user's recording, whole").isGreaterThan(10_000);
        assertThat(run.stderr()).doesNotContain("old-object samples cannot be had");
    }

    @Test
    void withoutPerfDataNothingIsDifferent() {
        AppRun run =
                growing(17).jvmArgs("-XX:-UsePerfData").run().assertSuccess().assertNoHarm();

        assertThat(verdicts(run)).containsAnyOf("growing", "leak");
    }

    @Test
    void withoutCensusesTheReportSaysThatNoClassCanBeNamed() {
        AppRun run =
                growing(17).agent("census.max-pause=off").run().assertSuccess().assertNoHarm();

        assertThat(verdicts(run))
                .as("without a class there is no second witness")
                .contains("growing")
                .doesNotContain("leak");
        assertThat(reasons(run))
                .as("reasons in %s", run)
                .anyMatch(reason -> reason.contains("censuses are switched off"));
    }

    private static AppUnderAgent growing(int jdk) {
        return AppUnderAgent.app("heap-growth")
                .on(Jdk.require(jdk))
                .args(GROWING)
                .agent("sample.interval=1s", "report.interval=5s", "heap.warmup=5s");
    }

    /** All of the run: 20 s of collections tell growth from chance at some moments and not at others. */
    private static List<String> verdicts(AppRun run) {
        return run.reports().stream()
                .map(report -> report.at("/verdict/state").asText())
                .toList();
    }

    private static List<String> reasons(AppRun run) {
        return run.reports().stream()
                .map(report -> report.at("/verdict/reason").asText())
                .toList();
    }
}
