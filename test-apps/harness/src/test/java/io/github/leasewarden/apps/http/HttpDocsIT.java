package io.github.leasewarden.apps.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever pastes a line of {@code docs/http-api.md} into a shell gets what the page shows. */
class HttpDocsIT {
    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\\n(.*?)```\\n(?:\\n```json\\n(.*?)```)?", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("^ {2}\"([^\"]+)\" *:", Pattern.MULTILINE);

    @TempDir
    Path shell;

    @Test
    void everyCommandOfThePageGivesTheAnswerThatThePageShows() throws Exception {
        assumeTrue(isThere("curl"), "SKIPPED: the commands of docs/http-api.md need curl and bash");
        String page =
                Files.readString(Path.of(System.getProperty("leasewarden.root")).resolve("docs/http-api.md"));
        try (RunningApp app = Api.leaky(Jdk.running()).start()) {
            Api.of(app);
            Files.copy(
                    app.reportDir().resolve("http.port"),
                    Files.createDirectory(shell.resolve("leasewarden-reports")).resolve("http.port"));
            StringBuilder before = new StringBuilder();
            Matcher example = EXAMPLE.matcher(page);
            int examples = 0;
            while (example.find()) {
                String command = example.group(1);
                String answer = run(before + command);
                if (example.group(2) == null) {
                    // it sets variables that later commands use
                    before.append(command);
                } else {
                    assertThat(names(answer)).as("%s%n%s", command, answer).isEqualTo(names(example));
                }
                examples++;
            }
            assertThat(examples).as("commands on the page").isGreaterThan(15);
        }
    }

    @Test
    void everyCommandForTheEngineerOnCallIsAnswered() throws Exception {
        assumeTrue(isThere("curl"), "SKIPPED: the commands of docs/troubleshooting.md need curl and bash");
        String page =
                Files.readString(Path.of(System.getProperty("leasewarden.root")).resolve("docs/troubleshooting.md"));
        StringBuilder commands = new StringBuilder();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            commands.append(example.group(1));
        }
        try (RunningApp app = Api.leaky(Jdk.running()).start()) {
            Api.of(app);
            Files.copy(
                    app.reportDir().resolve("http.port"),
                    Files.createDirectory(shell.resolve("leasewarden-reports")).resolve("http.port"));
            int answers = 0;
            try (MappingIterator<JsonNode> each =
                    new ObjectMapper().readerFor(JsonNode.class).readValues(run(commands.toString()))) {
                while (each.hasNext()) {
                    JsonNode answer = each.next();
                    assertThat(answer.path("title").isMissingNode())
                            .as("a problem: %s", answer)
                            .isTrue();
                    answers++;
                }
            }
            assertThat(answers).as("commands on the page").isGreaterThanOrEqualTo(4);
        }
    }

    private static Set<String> names(Matcher example) {
        Set<String> names = new TreeSet<>();
        Matcher field = FIELD.matcher(example.group(2));
        while (field.find()) {
            names.add(field.group(1));
        }
        return names;
    }

    private static Set<String> names(String answer) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(answer);
        Set<String> names = new TreeSet<>();
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String run(String commands) throws IOException, InterruptedException {
        Path output = Files.createTempFile(shell, "output", "");
        Process bash = new ProcessBuilder("bash", "-c", "set -eu\n" + commands)
                .directory(shell.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(bash.waitFor(3, TimeUnit.MINUTES)).as(commands).isTrue();
        String answer = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(bash.exitValue()).as("%s%n%s", commands, answer).isZero();
        return answer;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder("bash", "-c", "command -v " + program)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noBash) {
            return false;
        }
    }
}
