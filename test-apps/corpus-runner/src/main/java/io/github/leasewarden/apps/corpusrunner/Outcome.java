package io.github.leasewarden.apps.corpusrunner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the agent and JMC's rule made of one trial.
 *
 * @param state our last verdict
 * @param everLeak whether any verdict of the run was {@code leak}
 * @param seconds uptime of the first verdict that is no weaker than the expected one, or -1
 * @param rank of the first suspect that names the culprit in the last report, or 0
 * @param reason of our last verdict
 * @param jmc score of JMC's rule over the whole recording, 0 to 100, or -1 if it could not say
 * @param jmcSeconds when its score first reached 25, or -1
 */
record Outcome(
        Trial trial,
        String state,
        boolean everLeak,
        double seconds,
        int rank,
        String reason,
        double jmc,
        double jmcSeconds) {

    /** Without the agent. */
    static Outcome alone(Trial trial, JmcRule.Scores jmc) {
        return new Outcome(trial, "-", false, -1, 0, "", jmc.last(), jmc.firstInfoSeconds());
    }

    static Outcome of(Trial trial, AppRun run, JmcRule.Scores jmc) {
        List<JsonNode> reports = run.reports();
        JsonNode last = reports.get(reports.size() - 1);
        return new Outcome(
                trial,
                state(last),
                reports.stream().anyMatch(report -> state(report).equals("leak")),
                reports.stream()
                        .filter(report -> enough(trial.truth(), state(report)))
                        .mapToDouble(report -> report.at("/agent/uptimeSeconds").asDouble())
                        .findFirst()
                        .orElse(-1),
                rank(last, trial.truth()),
                last.at("/verdict/reason").asText(),
                jmc.last(),
                jmc.firstInfoSeconds());
    }

    boolean found() {
        return enough(trial.truth(), state);
    }

    /** {@code false} for a control that was called a leak, at any time. */
    boolean quiet() {
        return !everLeak;
    }

    String line() {
        return String.join(
                ",",
                trial.truth().program(),
                trial.truth().leaks() ? "leaks" : "sound",
                String.valueOf(trial.jdk()),
                trial.collector(),
                String.valueOf(trial.repetition()),
                state,
                everLeak ? "leak" : "-",
                String.format("%.0f", seconds),
                String.valueOf(rank),
                String.format("%.0f", jmc),
                String.format("%.0f", jmcSeconds),
                '"' + reason.replace('"', '\'') + '"');
    }

    private static boolean enough(Truth truth, String state) {
        return state.equals("leak") || (truth.expected().equals("growing") && state.equals("growing"));
    }

    private static String state(JsonNode report) {
        return report.at("/verdict/state").asText();
    }

    private static int rank(JsonNode report, Truth truth) {
        JsonNode suspects = report.path("suspects");
        OptionalInt first = IntStream.range(0, suspects.size())
                .filter(i -> truth.culprit().stream().anyMatch(named(suspects.get(i))::contains))
                .findFirst();
        return first.isPresent() ? first.getAsInt() + 1 : 0;
    }

    /** What a person would look at: class, holder, opening line and what is said of them. */
    private static String named(JsonNode suspect) {
        return suspect.path("className").asText() + "\n"
                + suspect.path("holder").asText() + "\n"
                + suspect.path("frames") + "\n"
                + suspect.path("evidence");
    }
}
