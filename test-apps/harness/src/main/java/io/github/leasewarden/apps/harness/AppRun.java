package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an app ended, and what it and the agent left.
 *
 * @param exitCode what the app returned; of no meaning if it {@code timedOut}
 * @param threads the app's threads some seconds after its start, or at the deadline; empty if it ended sooner
 * @param reportDir the agent's report directory, which need not exist
 */
public record AppRun(
        String app,
        boolean withAgent,
        int exitCode,
        boolean timedOut,
        Duration took,
        String stdout,
        String stderr,
        String threads,
        Path reportDir) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The newest report. */
    public JsonNode report() {
        Path latest = reportDir.resolve("latest.json");
        assertThat(latest).as("a report of %s", this).exists();
        return parse(latest);
    }

    /** Every report of the run, oldest first. */
    public List<JsonNode> reports() {
        return reportsIn(reportDir);
    }

    static List<JsonNode> reportsIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("leak-report-.*\\.json"))
                    .sorted()
                    .map(AppRun::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The app ended by itself, and well. */
    public AppRun assertSuccess() {
        assertThat(timedOut).as("timed out: %s%n%s", this, threads).isFalse();
        assertThat(exitCode).as("exit code of %s", this).isZero();
        return this;
    }

    /**
     * The agent did the app no harm: the app ended by itself, no hook failed, no agent code appears in a stack trace on
     * standard error, and no thread of the agent could keep the JVM alive. An app that ends before the agent began to watch leaves no
     * report; a test that needs one asks for it.
     */
    public AppRun assertNoHarm() {
        assertThat(timedOut).as("timed out: %s%n%s", this, threads).isFalse();
        assertThat(stderr).as("standard error of %s", this).doesNotContainPattern(ThreadDump.AGENT_FRAME);
        assertThat(ThreadDump.nonDaemonAgentThreads(threads))
                .as("agent threads that are no daemons in %s", this)
                .isEmpty();
        assertThat(stderr).as("standard error of %s", this).doesNotContain("[leasewarden] a hook failed");
        if (withAgent && Files.exists(reportDir.resolve("latest.json"))) {
            assertThat(report().at("/agent/cost/suppressedErrors").asInt(-1))
                    .as("errors suppressed in hooks, in the report of %s", this)
                    .isZero();
        }
        return this;
    }

    /**
     * The app did under the agent what it does alone: same standard output and exit code. Choose arguments whose output does not
     * depend on time, such as {@code --requests 40 --quiet}. Threads are not compared: which of its own an app has at one moment is
     * not the same in any two runs; {@link #assertNoHarm} looks for the agent's.
     */
    public AppRun assertSameBehaviourAs(AppRun alone) {
        assertThat(stdout).as("standard output of %s", this).isEqualTo(alone.stdout);
        assertThat(exitCode).as("exit code of %s", this).isEqualTo(alone.exitCode);
        return this;
    }

    /** For failure messages: what ran, and the end of what it printed. */
    @Override
    public String toString() {
        return String.format(
                "%s %s agent (exit %d after %d ms, files in %s)%n--- stdout%n%s%n--- stderr%n%s%n---",
                app,
                withAgent ? "with" : "without",
                exitCode,
                took.toMillis(),
                reportDir.getParent(),
                tail(stdout),
                tail(stderr));
    }

    private static String tail(String text) {
        return text.length() <= 3000 ? text : "…" + text.substring(text.length() - 3000);
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
