package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate, as CI calls it, on the report of an application whose listeners outlive their clients. */
class GateIT {
    private static final String ROOM =
            "test-apps/rule-scenarios/src/main/java/io/github/leasewarden/apps/scenarios/websocket/Room.java";
    private static Path reports;

    private final Path directory = Workspace.newRunDirectory("gate");

    @BeforeAll
    static void leak() {
        reports = RuleScenario.of("websocket.Chat", Jdk.running())
                .run()
                .assertSuccess()
                .reportDir();
    }

    @Test
    void aLeakFailsUntilTheBaselineKnowsIt() throws Exception {
        String baseline = directory.resolve("baseline.json").toString();
        Command fresh = gate("check", "--dir", reports.toString());
        assertThat(fresh.exit()).as(fresh.err()).isEqualTo(3);
        assertThat(fresh.out()).containsPattern("new \\w{12} listener .*Room\\.onOpen\\(Room\\.java:\\d+\\)");

        assertThat(gate("baseline", "--dir", reports.toString(), "--file", baseline)
                        .exit())
                .isZero();
        Command known = gate("check", "--dir", reports.toString(), "--baseline", baseline);
        assertThat(known.exit()).as(known.out()).isZero();
        assertThat(known.out()).containsPattern("known \\w{12} listener").contains("0 new, ");
    }

    @Test
    void theActionsCommandsWriteSarifAndASummaryAndFail() throws Exception {
        String script = block("docs/ci/action.yml", "      run: |", "        ");
        Map<String, String> action = new HashMap<>(Map.of(
                "AGENT", Workspace.agentJar().toString(),
                "REPORTS", reports.toString(),
                "BASELINE", directory.resolve("known.json").toString(),
                "SARIF", directory.resolve("leasewarden.sarif").toString(),
                "GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString()));
        Command fresh = bash(action, script);
        assertThat(fresh.exit()).as(fresh.err()).isEqualTo(3);
        assertThat(directory.resolve("summary.md"))
                .content()
                .contains("new leak")
                .contains(ROOM + ":");
        JsonNode sarif = new ObjectMapper()
                .readTree(directory.resolve("leasewarden.sarif").toFile());
        assertThat(sarif.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/results").findValuesAsText("uri")).contains(ROOM);

        gate("baseline", "--dir", reports.toString(), "--file", action.get("BASELINE"));
        Command known = bash(action, script);
        assertThat(known.exit()).as(known.out() + known.err()).isZero();
    }

    @Test
    void gitlabsCommandsDoTheSame() throws Exception {
        Map<String, String> job = Map.of(
                "AGENT", Workspace.agentJar().toString(),
                "REPORTS", reports.toString(),
                "BASELINE", directory.resolve("known.json").toString());
        Command script = bash(job, item("docs/ci/gitlab-ci.yml", "  script:"));
        assertThat(script.exit()).as(script.err()).isEqualTo(3);
        gate("baseline", "--dir", reports.toString(), "--file", job.get("BASELINE"));
        assertThat(bash(job, item("docs/ci/gitlab-ci.yml", "  script:")).exit()).isZero();
        String after = item("docs/ci/gitlab-ci.yml", "  after_script:").replace("leasewarden.sarif", directory + "/s");
        assertThat(bash(job, after).exit()).isEqualTo(3);
        assertThat(directory.resolve("s")).content().contains("\"version\" : \"2.1.0\"");
    }

    @ParameterizedTest
    @CsvSource({
        // content of latest.json, of the baseline, status, what is said
        "                       ,                , 4, no report in",
        "'{\"schemaVersion\": 7}',                , 5, schemaVersion 7",
        "'{'                    ,                , 1, latest.json",
        "                       , nonsense       , 6, unreadable baseline",
    })
    void eachBadInputIsOneSentenceAndItsOwnStatus(String report, String baseline, int status, String said)
            throws Exception {
        List<String> args = new ArrayList<>(List.of("check", "--dir", directory.toString()));
        if (report != null) {
            Files.writeString(directory.resolve("latest.json"), report);
        }
        if (baseline != null) {
            args.addAll(List.of(
                    "--baseline",
                    Files.writeString(directory.resolve("baseline.json"), baseline)
                            .toString()));
        }
        Command check = gate(args.toArray(new String[0]));
        assertThat(check.exit()).as(check.err()).isEqualTo(status);
        assertThat(check.err()).contains(said).hasLineCount(1);
        assertThat(check.out()).isEmpty();
    }

    @Test
    void runWithAgentUsesIt() throws Exception {
        String script = Workspace.root().resolve("run-with-agent.sh").toString();
        Map<String, String> there =
                Map.of("LEASEWARDEN_REPORT_DIR", directory.resolve("reports").toString());
        Command leaking = Command.run(
                Jdk.running(),
                directory,
                there,
                concat(
                        new String[] {
                            script, "--fail-on-leak", "--agent-args", "sample.interval=1s,owner.grace=1s,heap.warmup=5s"
                        },
                        program("websocket.Chat")));
        assertThat(leaking.exit()).as(leaking.err()).isEqualTo(3);
        assertThat(leaking.err()).contains("Room.onOpen(Room.java:");
        Command disabled = Command.run(
                Jdk.running(),
                directory,
                there,
                concat(
                        new String[] {script, "--fail-on-leak", "--agent-args", "enabled=false"},
                        program("own.Office", "10")));
        assertThat(disabled.exit()).as(disabled.err()).isEqualTo(4);
    }

    private static String[] program(String name, String... args) {
        String[] java = {
            "--", "java", "-cp", Workspace.classPath("rule-scenarios"), "io.github.leasewarden.apps.scenarios." + name
        };
        return concat(java, args);
    }

    private static String[] concat(String[] first, String[] then) {
        List<String> both = new ArrayList<>(List.of(first));
        both.addAll(List.of(then));
        return both.toArray(new String[0]);
    }

    private static Command gate(String... args) throws IOException, InterruptedException {
        String[] java = {
            Jdk.running().tool("java").toString(), "-jar", Workspace.agentJar().toString()
        };
        return Command.run(Jdk.running(), Workspace.root(), Map.of(), concat(java, args));
    }

    private static Command bash(Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        return Command.run(
                Jdk.running(),
                Workspace.root(),
                environment,
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                script);
    }

    /** The lines of a block scalar, which is the last of its file. */
    private static String block(String file, String start, String indent) throws IOException {
        List<String> lines = Files.readAllLines(Workspace.root().resolve(file));
        int begin = lines.indexOf(start);
        assertThat(begin).as("%s in %s", start, file).isNotNegative();
        StringBuilder script = new StringBuilder();
        for (String line : lines.subList(begin + 1, lines.size())) {
            assertThat(line).startsWith(indent);
            script.append(line.substring(indent.length())).append('\n');
        }
        return script.toString();
    }

    /** The only command of a list. */
    private static String item(String file, String list) throws IOException {
        List<String> lines = Files.readAllLines(Workspace.root().resolve(file));
        int begin = lines.indexOf(list);
        assertThat(begin).as("%s in %s", list, file).isNotNegative();
        assertThat(lines.get(begin + 1)).startsWith("    - ");
        assertThat(lines.get(begin + 2)).doesNotStartWith("    - ");
        return lines.get(begin + 1).substring(6);
    }
}
