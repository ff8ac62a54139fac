package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What each rule met in this JVM: the classes it matched and what it missed. A silent rule must be visible. Thread-safe. */
public final class RuleLedger {

    /**
     * One rule's record.
     *
     * @param rule the rule
     * @param classes binary names of the classes it was woven into
     * @param problems sentences; empty if all is well
     * @param off whether a missing method switched it off somewhere
     */
    public record Entry(Rule rule, List<String> classes, List<String> problems, boolean off) {}

    private final Map<String, Set<String>> classes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> problems = new ConcurrentHashMap<>();
    private final Set<String> off = ConcurrentHashMap.newKeySet();
    private final Consumer<String> warn;

    public RuleLedger(Consumer<String> warn) {
        this.warn = warn;
    }

    void matched(Rule rule, String className) {
        classes.computeIfAbsent(rule.id(), id -> ConcurrentHashMap.newKeySet()).add(className);
    }

    void off(Rule rule, String problem) {
        off.add(rule.id());
        if (note(rule, problem)) {
            warn.accept("rule " + rule.id() + " is off: " + problem + "; the application runs unchanged");
        }
    }

    /** Part of a rule does not apply; said once. */
    void warn(Rule rule, String problem) {
        if (note(rule, problem)) {
            warn.accept("rule " + rule.id() + ": " + problem);
        }
    }

    boolean note(Rule rule, String problem) {
        return problems.computeIfAbsent(rule.id(), id -> ConcurrentHashMap.newKeySet())
                .add(problem);
    }

    /** A class could not be woven at all. */
    void failed(String className, Throwable error) {
        warn.accept("class " + className + " was left as it is: " + error);
    }

    /** Whether the rules of all these points met the class; one of them may have come to know of it later than the others. */
    boolean isWoven(List<WeavePoint> points, String className) {
        for (WeavePoint point : points) {
            if (!classes.getOrDefault(point.rule().id(), Set.of()).contains(className)) {
                return false;
            }
        }
        return true;
    }

    Set<String> wovenClasses(List<Rule> rules) {
        Set<String> woven = new HashSet<>();
        for (Rule rule : rules) {
            woven.addAll(classes.getOrDefault(rule.id(), Set.of()));
        }
        return woven;
    }

    public List<Entry> entries(List<Rule> rules) {
        List<Entry> entries = new ArrayList<>();
        for (Rule rule : rules) {
            entries.add(new Entry(
                    rule,
                    List.copyOf(classes.getOrDefault(rule.id(), Set.of())),
                    List.copyOf(problems.getOrDefault(rule.id(), Set.of())),
                    off.contains(rule.id())));
        }
        return entries;
    }
}
