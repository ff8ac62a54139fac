package io.github.leasewarden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Prints what was measured as a table in Markdown: medians, and ratios within rounds against what issue 2 asks for. */
public final class Ratios {
    /** One line of the second table; a ratio (or difference) is taken round by round. */
    private record Line(String what, String target, ToDoubleFunction<Map<String, Double>> value) {}

    private static final String OPEN = "OpenCloseBenchmark.";
    private static final String SESSION = "Neo4jSessionBenchmark.";

    private static final List<Line> LINES = List.of(
            ratio("A/A: open+close untracked, again / once", "", OPEN + "untrackedAgain", OPEN + "untracked"),
            ratio("open+close: woven / Netty SIMPLE (1 in 128)", "≤ 1.5", OPEN + "woven", OPEN + "nettySimple"),
            ratio("open+close: woven / Netty SIMPLE, every object", "", OPEN + "woven", OPEN + "nettySimpleEvery"),
            ratio("open+close: woven / Netty PARANOID", "", OPEN + "woven", OPEN + "nettyParanoid"),
            ratio("open+close: woven / Cleaner", "", OPEN + "woven", OPEN + "cleaner"),
            added("open+close: woven − untracked, ns", "", OPEN + "woven", OPEN + "untracked", 1),
            added("use: woven − untracked, ns", "", "UseBenchmark.woven", "UseBenchmark.untracked", 1),
            added(
                    "use in flight: woven − untracked, ns",
                    "",
                    "UseBenchmark.wovenInFlight",
                    "UseBenchmark.untracked",
                    1),
            ratio("A/A: Neo4j 5.28 session, again / once", "", SESSION + "untrackedAgain@5", SESSION + "untracked@5"),
            ratio("Neo4j 5.28 session: woven / untracked", "≤ 1.5", SESSION + "woven@5", SESSION + "untracked@5"),
            ratio(
                    "Neo4j 5.28 session: own leak logging / untracked",
                    "",
                    SESSION + "leakedSessionsLogging@5",
                    SESSION + "untracked@5"),
            ratio("A/A: Neo4j 6.2 session, again / once", "", SESSION + "untrackedAgain@6", SESSION + "untracked@6"),
            ratio("Neo4j 6.2 session: woven / untracked", "≤ 1.5", SESSION + "woven@6", SESSION + "untracked@6"),
            ratio(
                    "Neo4j 6.2 session: own leak logging / untracked",
                    "",
                    SESSION + "leakedSessionsLogging@6",
                    SESSION + "untracked@6"),
            difference("bytes a live lease", "≤ 96", "footprint.woven bytes", "footprint.untracked bytes", 1),
            added("premain, CPU of the caller's thread, ms", "≤ 100", "premain.woven", "premain.untracked", 1e-6),
            added(
                    "premain with a rule file of the user's own, CPU, ms",
                    "",
                    "premain.wovenOwnRules",
                    "premain.untracked",
                    1e-6),
            difference("premain, wall, ms", "≤ 100", "premain.woven wall-ns", "premain.untracked wall-ns", 1e-6),
            ratio("A/A: Spring Boot start, again / once", "", "startup.untrackedAgain", "startup.untracked"),
            share("Spring Boot, CPU added until the first request / added by OpenTelemetry", "≤ 0.20", "cpu-ns"),
            share("the same, 5 s later", "", "later-cpu-ns"),
            added("Spring Boot, CPU added until the first request, ms", "", "startup.woven", "startup.untracked", 1e-6),
            added("the same by OpenTelemetry, ms", "", "startup.opentelemetry", "startup.untracked", 1e-6));

    private Ratios() {}

    /** @param args files of {@code round,name,metric,value} lines */
    public static void main(String[] args) throws IOException {
        Map<Integer, Map<String, Double>> rounds = new TreeMap<>();
        for (String file : args) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] cells = line.split(",");
                rounds.computeIfAbsent(Integer.valueOf(cells[0]), round -> new TreeMap<>())
                        .put(cells[1] + " " + cells[2], Double.valueOf(cells[3]));
            }
        }
        System.out.println("| measured | median | least | most |\n|---|---|---|---|");
        rounds.values().stream()
                .flatMap(round -> round.keySet().stream())
                .distinct()
                .sorted()
                .forEach(key ->
                        print(key, values(rounds, round -> Objects.requireNonNullElse(round.get(key), Double.NaN))));
        System.out.println("\n| compared within a round | must reach | median | least | most |\n|---|---|---|---|---|");
        for (Line line : LINES) {
            print(line.what() + " | " + line.target(), values(rounds, line.value()));
        }
    }

    private static Line ratio(String what, String target, String name, String base) {
        return new Line(what, target, round -> value(round, name + " cpu-ns") / value(round, base + " cpu-ns"));
    }

    private static Line added(String what, String target, String name, String base, double unit) {
        return difference(what, target, name + " cpu-ns", base + " cpu-ns", unit);
    }

    private static Line difference(String what, String target, String key, String base, double unit) {
        return new Line(what, target, round -> (value(round, key) - value(round, base)) * unit);
    }

    private static Line share(String what, String target, String metric) {
        return new Line(what, target, round -> {
            double plain = value(round, "startup.untracked " + metric);
            return (value(round, "startup.woven " + metric) - plain)
                    / (value(round, "startup.opentelemetry " + metric) - plain);
        });
    }

    private static double value(Map<String, Double> round, String key) {
        return round.getOrDefault(key, Double.NaN);
    }

    private static List<Double> values(
            Map<Integer, Map<String, Double>> rounds, ToDoubleFunction<Map<String, Double>> of) {
        List<Double> values = new ArrayList<>();
        for (Map<String, Double> round : rounds.values()) {
            double value = of.applyAsDouble(round);
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        }
        Collections.sort(values);
        return values;
    }

    private static void print(String what, List<Double> sorted) {
        if (!sorted.isEmpty()) {
            int middle = sorted.size() / 2;
            double median =
                    sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s |%n",
                    what,
                    number(median),
                    number(sorted.get(0)),
                    number(sorted.get(sorted.size() - 1)));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.2f", value);
    }
}
