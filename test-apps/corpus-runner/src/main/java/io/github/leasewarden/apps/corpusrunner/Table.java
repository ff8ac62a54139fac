package io.github.leasewarden.apps.corpusrunner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The outcomes in Markdown: one line a JDK and collector, then what went wrong. */
final class Table {
    private static final String HEAD = """
            | JDK, collector | leaks found | culprit in first 3 | first | controls called leak | ever | called growing | median s to verdict | JMC ≥ 25: found | false alarms | JMC ≥ 75: found | false alarms | median s |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Table() {}

    static String of(Collection<Outcome> outcomes) {
        Map<String, List<Outcome>> groups = new TreeMap<>();
        outcomes.forEach(each -> groups.computeIfAbsent(
                        each.trial().jdk() + " " + each.trial().collector(), key -> new ArrayList<>())
                .add(each));
        StringBuilder table = new StringBuilder(HEAD);
        groups.forEach((name, group) -> table.append(line(name, group)));
        table.append(line("all", List.copyOf(outcomes)));
        table.append("\nNot as expected:\n");
        outcomes.stream()
                .filter(Table::surprising)
                .forEach(each -> table.append("- ").append(each.line()).append('\n'));
        return table.toString();
    }

    /** Whether the corpus's promise is broken by this one. */
    static boolean surprising(Outcome each) {
        return each.trial().truth().leaks() ? !each.found() || each.rank() == 0 || each.rank() > 3 : !each.quiet();
    }

    private static String line(String name, List<Outcome> all) {
        List<Outcome> leaks =
                all.stream().filter(each -> each.trial().truth().leaks()).toList();
        List<Outcome> sound =
                all.stream().filter(each -> !each.trial().truth().leaks()).toList();
        return String.join(
                " | ",
                "| " + name,
                count(leaks, Outcome::found),
                count(leaks, each -> each.rank() > 0 && each.rank() <= 3),
                count(leaks, each -> each.rank() == 1),
                count(sound, each -> each.state().equals("leak")),
                count(sound, Outcome::everLeak),
                count(sound, each -> each.state().equals("growing")),
                median(leaks, Outcome::seconds),
                count(leaks, each -> each.jmc() >= JmcRule.INFO),
                count(sound, each -> each.jmc() >= JmcRule.INFO),
                count(leaks, each -> each.jmc() >= JmcRule.WARNING),
                count(sound, each -> each.jmc() >= JmcRule.WARNING),
                median(leaks, Outcome::jmcSeconds) + " |\n");
    }

    private static String count(List<Outcome> outcomes, Predicate<Outcome> which) {
        return outcomes.stream().filter(which).count() + "/" + outcomes.size();
    }

    private static String median(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        double[] known = outcomes.stream()
                .mapToDouble(value)
                .filter(each -> each >= 0)
                .sorted()
                .toArray();
        return known.length == 0 ? "–" : String.format("%.0f", known[known.length / 2]);
    }
}
