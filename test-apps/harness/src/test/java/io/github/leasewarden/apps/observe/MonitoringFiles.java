package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules and dashboards of {@code docs/monitoring} ask Prometheus. */
final class MonitoringFiles {
    static final Path FOLDER = Path.of(System.getProperty("leasewarden.root", "../.."), "docs", "monitoring");
    static final List<String> RULES = List.of("leasewarden-alerts", "leasewarden-recording");
    private static final List<String> DASHBOARDS = List.of("leasewarden-dashboard", "leasewarden-fleet-dashboard");

    private static final Pattern METRIC =
            Pattern.compile("\\b(leasewarden_|memory_|subscriptions_|connections_|stream_)\\w+(?=[{\\s\\[)]|$)");
    private static final Pattern RECORDED = Pattern.compile("\\b\\w+:\\w+:\\w+");

    private MonitoringFiles() {}

    static Path rules(String name) {
        return FOLDER.resolve(name + ".yml").toAbsolutePath();
    }

    /** As Grafana sends them with everything chosen. */
    static List<String> dashboardExpressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (String dashboard : DASHBOARDS) {
            new ObjectMapper()
                    .readTree(FOLDER.resolve(dashboard + ".json").toFile())
                    .findValues("expr")
                    .forEach(expr -> expressions.add(expr.asText().replaceAll("\\$\\w+", ".*")));
        }
        assertThat(expressions).hasSizeGreaterThan(45);
        return expressions;
    }

    /** Metrics an agent must serve, for every expression there is. */
    static Set<String> metrics() throws IOException {
        List<String> expressions = new ArrayList<>(dashboardExpressions());
        for (String name : RULES) {
            expressions.addAll(values(name, "expr:"));
        }
        Set<String> metrics = found(METRIC, expressions.stream());
        assertThat(metrics).hasSizeGreaterThan(30);
        return metrics;
    }

    static Set<String> recorded() throws IOException {
        Set<String> recorded = new TreeSet<>(values("leasewarden-recording", "- record:"));
        assertThat(recorded).hasSizeGreaterThan(5);
        return recorded;
    }

    static Set<String> recordedThatDashboardsUse() throws IOException {
        return found(RECORDED, dashboardExpressions().stream());
    }

    private static Set<String> found(Pattern name, Stream<String> expressions) {
        Set<String> names = new TreeSet<>();
        expressions.forEach(expression ->
                name.matcher(expression).results().map(MatchResult::group).forEach(names::add));
        return names;
    }

    private static List<String> values(String rules, String key) throws IOException {
        return Files.readAllLines(rules(rules)).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .toList();
    }
}
