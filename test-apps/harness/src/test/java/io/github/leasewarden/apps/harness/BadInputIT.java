package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what it is given, the application runs unchanged and one line names the thing. */
class BadInputIT {
    private static final String STDOUT = "forgotten: 2, still working: true\n";

    private final Path directory = Workspace.newRunDirectory("bad-input");
    private final Path closed = directory.resolve("closed");

    /** Whatever happened, no application waits for it any longer. */
    @AfterEach
    void close() throws IOException {
        Files.write(closed, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void eachBadOptionAndRuleFileIsNamedOnce(int jdk) throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{ \"schema\": 1, \"rules\": [ ");
        Path misspelt = rule("misspelt", "{\"on\": [\"<init>\"], \"hanlde\": \"this\"}", "");
        Path missing = rule("missing", "{\"on\": [\"takeOver\"]}", "");
        Path absent = directory.resolve("absent.json");
        AppRun run = RuleScenario.of(
                        "own.Office",
                        Jdk.require(jdk),
                        "report.intervall=1s",
                        "crowd=many",
                        "owner.grace=0s",
                        "loose",
                        "mode.no.such.rule=strict",
                        "ttl.no-such-kind=1m",
                        "config=" + directory.resolve("absent.properties"),
                        "rules="
                                + String.join(
                                        ":",
                                        List.of(
                                                broken.toString(),
                                                misspelt.toString(),
                                                missing.toString(),
                                                absent.toString())))
                .args("3000")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo(STDOUT);
        assertOneLine(run, "unknown option report.intervall", "did you mean", "report.interval");
        assertOneLine(run, "option crowd", "\"many\"", "using 10");
        assertOneLine(run, "option owner.grace", "\"0s\"", "using 30s");
        assertOneLine(run, "option \"loose\" has no value");
        assertOneLine(run, "option mode.no.such.rule names no rule");
        assertOneLine(run, "option ttl.no-such-kind names a kind that no rule has", "subscription");
        assertOneLine(run, "absent.properties", "cannot be read");
        assertOneLine(run, "broken.json", "not valid JSON at line 1");
        assertOneLine(run, "misspelt.json", "rule acme.misspelt", "hanlde");
        assertOneLine(run, "absent.json", "cannot be read");
        assertOneLine(run, "rule acme.missing is off", "Desk", "takeOver");
        assertThat(new Seen(run, run.report()).texts("rules", "/status"))
                .anyMatch(status -> status.startsWith("off"))
                .contains("active");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aUsersRuleTracksTheApplicationsOwnClass(int jdk) throws IOException {
        String frames = "\"packages\": [\"io.github.leasewarden.apps.scenarios.own.Desk\"],";
        Path rules = rule("desk", "{\"on\": [\"<init>\"]}", frames + """
                "use": [{"on": ["work"]}],
                "release": [{"on": ["close"]}],
                "expire": {"action": {"on": "handle", "call": "close"}, "onIdle": true},
                """);
        AppRun run = RuleScenario.of("own.Office", Jdk.require(jdk), "rules=" + rules, "mode=strict", "ttl.desk=1s")
                .args("4000")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo(STDOUT);
        assertThat(run.stderr()).as("the agent closed the forgotten two").contains("desks taken: 1\n");
        Seen.lastOf(run)
                .assertActive("acme.desk")
                .assertNoFalsePositive()
                .assertSites(
                        "acme.desk",
                        java.util.Map.of(
                                "Office.giveBack", Seen.Counts.of(3, 3, 0),
                                "Office.forget", Seen.Counts.of(2, 0, 0).expired("IDLE", 2),
                                "Office.workAt", Seen.Counts.of(1, 0, 1)));
    }

    @Test
    void aReportDirectoryThatCannotBeUsedIsOneWarning() throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "mine");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(directory.resolve("a-link"), elsewhere);
        List<Path> unusable = List.of(file, link, file.resolve("below-a-file"));
        List<RunningApp> running = unusable.stream().map(this::reportingTo).toList();

        for (int i = 0; i < unusable.size(); i++) {
            awaitWarning(running.get(i), unusable.get(i));
        }
        close();
        for (int i = 0; i < unusable.size(); i++) {
            assertOneWarning(running.get(i).await(), unusable.get(i));
        }
        assertThat(file).hasContent("mine");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aReadOnlyReportDirectoryIsOneWarning() throws IOException {
        Path readOnly = Files.createDirectory(
                directory.resolve("read-only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeFalse(Files.isWritable(readOnly), "for root nothing is read-only");
        RunningApp app = reportingTo(readOnly);
        awaitWarning(app, readOnly);
        close();
        assertOneWarning(app.await(), readOnly);
    }

    /** Runs until there is a file {@code closed}: on a busy machine the agent may start seconds after the application. */
    private RunningApp reportingTo(Path reports) {
        return RuleScenario.of("own.Office", Jdk.running(), "report.dir=" + reports)
                .args(closed.toString())
                .start();
    }

    private static void awaitWarning(RunningApp app, Path reports) {
        await().atMost(Duration.ofMinutes(1)).until(() -> app.stderr().contains("no report written: " + reports));
    }

    private static void assertOneWarning(AppRun run, Path reports) {
        run.assertSuccess();
        assertThat(run.stdout()).isEqualTo(STDOUT);
        assertOneLine(run, reports.toString(), "");
        assertThat(run.stderr()).doesNotContainPattern(ThreadDump.AGENT_FRAME);
    }

    /** Exactly one line of the agent's, the start-up line aside, has all these parts. */
    private static void assertOneLine(AppRun run, String... parts) {
        assertThat(run.stderr()
                        .lines()
                        .filter(line -> line.startsWith("[leasewarden] ") && !line.contains(" mode, "))
                        .filter(line -> List.of(parts).stream().allMatch(line::contains)))
                .as("lines with %s in %s", List.of(parts), run)
                .hasSize(1);
    }

    private Path rule(String name, String open, String more) throws IOException {
        return Files.writeString(directory.resolve(name + ".json"), """
                {"schema": 1, "rules": [{
                  "id": "acme.%s", "kind": "desk",
                  %s
                  "type": "io.github.leasewarden.apps.scenarios.own.Desk",
                  "open": [%s]
                }]}
                """.formatted(name, more, open));
    }
}
