package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every command against a running agent, and the commands of docs/commands.md as they stand there. */
class CommandsIT {
    private static RunningApp app;
    private static Path where;

    @BeforeAll
    static void start() throws IOException {
        app = AppUnderAgent.app("event-feed")
                .args("--seconds", "600", "--rate", "20")
                .agent("http.port=0", "report.interval=1s", "sample.interval=1s", "heap.warmup=1s")
                .deadline(Duration.ofMinutes(15))
                .start();
        Path reports = app.reportDir();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        Files.exists(reports.resolve("http.port")) && Files.exists(reports.resolve("latest.json")));
        where = Workspace.newRunDirectory("commands");
        Files.createSymbolicLink(where.resolve("leasewarden-reports"), reports.toAbsolutePath());
        Files.createSymbolicLink(
                where.resolve("leasewarden-agent.jar"), Workspace.agentJar().toAbsolutePath());
        Files.copy(reports.resolve("latest.json"), reports.resolve("first.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    @AfterAll
    static void stop() {
        app.terminate().await();
    }

    @Test
    void theCommandsOfTheDocumentationDoWhatTheySay() throws Exception {
        List<String> commands = Files.readAllLines(Workspace.root().resolve("docs/commands.md")).stream()
                .filter(line -> line.startsWith("$ java -jar leasewarden-agent.jar "))
                .map(line -> line.substring("$ ".length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(7);
        for (String command : commands) {
            Command done = run(command.split(" "));
            assertThat(done.exit()).as(command + "\n" + done.err()).isZero();
            assertThat(done.out()).as(command).isNotBlank();
        }
        assertThat(where.resolve("report.html")).content().contains("EventFeedApp", "Content-Security-Policy");
    }

    @Test
    void aTerminalIsNotNeeded() throws Exception {
        Command once = leasewarden("monitor", "--once");
        assertThat(once.out())
                .contains("EventFeedApp  pid " + app.pid(), "verdict  ", " open, ")
                .doesNotContain("\u001b");
    }

    @Test
    void theRunningAgentCountsItsClasses() throws Exception {
        Command snapshot = leasewarden("snapshot");
        assertThat(snapshot.exit()).as(snapshot.err()).isZero();
        assertThat(snapshot.out())
                .containsPattern("snapshot \\S+: \\d+ objects, ")
                .containsPattern("(?m)^ +\\d+ .*\\[B|byte\\[]");
    }

    @Test
    void openLeasesGrowBetweenTwoReports() throws Exception {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            Command diff = leasewarden("diff", "leasewarden-reports/first.json", "leasewarden-reports/latest.json");
            assertThat(diff.out())
                    .containsPattern(
                            "(?m)^(grew|new) +subscription io\\.github\\.leasewarden\\.apps\\.eventfeed\\.LeakingShop\\.");
        });
    }

    private static Command leasewarden(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("java", "-jar", "leasewarden-agent.jar"));
        line.addAll(Arrays.asList(command));
        return run(line.toArray(String[]::new));
    }

    private static Command run(String... line) throws IOException, InterruptedException {
        return Command.run(Jdk.running(), where, Map.of(), line);
    }
}
