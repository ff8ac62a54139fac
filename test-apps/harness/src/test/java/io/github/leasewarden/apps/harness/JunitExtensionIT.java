package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension's jar and the agent's, in a real JUnit platform. */
class JunitExtensionIT {
    private static final String AUTODETECT = "junit.jupiter.extensions.autodetection.enabled=true";
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled=true";
    /** Two tests of a class wait for each other. */
    private static final String FOUR = "junit.jupiter.execution.parallel.config.fixed.parallelism=4";

    private static final String FIXED = "junit.jupiter.execution.parallel.config.strategy=fixed";
    private static final String ALL_AT_ONCE = "junit.jupiter.execution.parallel.mode.default=concurrent";

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void testsFailExactlyForWhatTheyLeaveOpen(int jdk) throws Exception {
        JunitRun run = run(jdk, "Plain").assertEachDidWhatItsNameSays();
        assertThat(run.app().exitCode()).isEqualTo(1);
        assertThat(run.failure("Plain.failsForgotten()"))
                .contains("Plain.failsForgotten() left 1 lease open")
                .contains("1 subscription, opened")
                .contains("at io.github.leasewarden.apps.junit.Feed.read(Feed.java:")
                .contains("at io.github.leasewarden.apps.junit.Plain.failsForgotten(Plain.java:")
                .contains("Cancel or dispose of the subscription");
        assertThat(run.failure("Plain.failsBeyondItsBudget()"))
                .contains("left 2 leases open")
                .contains("the budget is 1");
        assertThat(run.app().stderr()).doesNotContain("cannot be told");
        assertThat(run.app().report().at("/agent/cost/suppressedErrors").asInt(-1))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void whenAllRunAtOnceEachFailsForItsOwnOnly(int jdk) throws Exception {
        run(jdk, "Plain", PARALLEL, FIXED, FOUR, ALL_AT_ONCE).assertEachDidWhatItsNameSays();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aSharedPoolsLeaseIsListedOnceAndBlamedOnNobody(int jdk) throws Exception {
        JunitRun run = run(jdk, "Concurrent", PARALLEL, FIXED, FOUR).assertEachDidWhatItsNameSays();
        assertThat(run.failure("Concurrent.failsForItsOwn()")).contains("left 2 leases open");
        assertThat(run.app()
                        .stderr()
                        .lines()
                        .filter(line -> line.matches(".*1 subscription .* opened at .*Feed\\.read.*")))
                .as(run.app().toString())
                .hasSize(1);
    }

    @Test
    void whatAClassSharesMayLiveAsLongAsTheClass() throws Exception {
        JunitRun tidy = run(17, "WholeClass$Tidy").assertEachDidWhatItsNameSays();
        assertThat(tidy.app().exitCode()).isZero();
        run(17, "WholeClass$OneInstance").assertEachDidWhatItsNameSays();
    }

    @Test
    void whatAClassLeavesOpenFailsTheClassAndNoTest() throws Exception {
        JunitRun run = run(17, "WholeClass$Untidy");
        // the XML report blames a class's failure on its tests; the summary does not
        assertThat(run.app().stdout()).containsPattern("1 containers failed").containsPattern("0 tests failed");
        assertThat(run.app().exitCode()).isEqualTo(1);
        assertThat(run.app().stdout())
                .contains("Untidy, outside of its tests or in @BeforeAll, left 1 lease open")
                .contains("WholeClass$Untidy.open(WholeClass.java:");
    }

    @Test
    void withoutTheAgentItSaysSoOnceAndPasses() throws Exception {
        JunitRun run = JunitRun.of(junit(), reports(), "Plain");
        assertThat(run.app().exitCode()).isZero();
        assertThat(run.failures().values()).containsOnly("");
        assertThat(run.app().stderr().lines().filter(line -> line.contains("agent is not attached")))
                .hasSize(1);
    }

    @Test
    void withoutTheAgentItFailsIfAskedTo() throws Exception {
        JunitRun run = JunitRun.of(junit(), reports(), "Plain", "leasewarden.junit.without-agent=fail");
        assertThat(run.app().exitCode()).isEqualTo(1);
        assertThat(run.failures().values()).allMatch(message -> message.contains("agent is not attached"));
    }

    /** What it costs is measured by {@code test-apps/junit-sample/overhead}; here only that it works at all. */
    @Test
    void thousandsOfTestsWithoutAnnotationsAreChecked() throws Exception {
        JunitRun run = run(17, "Many", AUTODETECT).assertEachDidWhatItsNameSays();
        assertThat(run.failures()).hasSize(2000);
        assertThat(run.app().exitCode()).isZero();
    }

    private static JunitRun run(int jdk, String testClass, String... parameters) throws Exception {
        return JunitRun.of(
                junit().on(Jdk.require(jdk)).agent("mode=guard", "sample.interval=1s"),
                reports(),
                testClass,
                parameters);
    }

    private static AppUnderAgent junit() {
        return AppUnderAgent.app("junit-scenarios").deadline(Duration.ofMinutes(5));
    }

    private static Path reports() throws Exception {
        return Files.createDirectories(Workspace.newRunDirectory("junit").resolve("xml"));
    }
}
