package io.github.leasewarden.apps.longruns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the agent changes for programs that leak: the same programs alone and under the agent, in turns, and a table of medians in
 * Markdown. Argument: rounds.
 */
public final class Headlines {
    private Headlines() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        Map<String, List<Double>> alone = new LinkedHashMap<>();
        Map<String, List<Double>> watched = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            // the machine is never the same twice, so whoever goes first changes
            boolean watchedFirst = round % 2 == 0;
            for (Trial trial : Trial.all()) {
                add(trial.run(watchedFirst), watchedFirst ? watched : alone);
                add(trial.run(!watchedFirst), watchedFirst ? alone : watched);
            }
            System.err.println("round " + round + " of " + rounds + ": alone " + alone + ", watched " + watched);
        }
        System.out.println("| what | alone | with the agent | change |");
        System.out.println("|---|---|---|---|");
        alone.forEach((what, values) -> System.out.println(row(what, values, watched.get(what))));
        System.exit(0);
    }

    private static void add(Map<String, Double> measured, Map<String, List<Double>> values) {
        measured.forEach((what, value) ->
                values.computeIfAbsent(what, name -> new ArrayList<>()).add(value));
    }

    private static String row(String what, List<Double> alone, List<Double> watched) {
        double before = median(alone);
        String change =
                before == 0 ? "–" : String.format(Locale.ROOT, "%+.0f %%", (median(watched) / before - 1) * 100);
        return "| " + what + " | " + spread(alone) + " | " + spread(watched) + " | " + change + " |";
    }

    private static String spread(List<Double> values) {
        double[] sorted = sorted(values);
        return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", median(values), sorted[0], sorted[sorted.length - 1]);
    }

    private static double median(List<Double> values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
