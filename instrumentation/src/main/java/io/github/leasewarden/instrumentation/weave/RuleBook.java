package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules in force, their weave points, and which types they are about. Immutable. */
public final class RuleBook {
    private final List<Rule> rules;
    private final List<WeavePoint> points;
    private final Map<String, List<WeavePoint>> byType = new HashMap<>();
    private final Map<String, List<WeavePoint>> byRoot = new HashMap<>();
    private final Set<String> carriers = new HashSet<>();

    /** A later rule replaces an earlier one of the same id, so a user's file can correct a built-in rule. */
    public RuleBook(List<Rule> builtIn, List<Rule> own) {
        Map<String, Rule> byId = new LinkedHashMap<>();
        builtIn.forEach(rule -> byId.put(rule.id(), rule));
        own.forEach(rule -> byId.put(rule.id(), rule));
        this.rules = List.copyOf(byId.values());
        List<WeavePoint> numbered = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            rule.carriers().forEach(type -> carriers.add(type.replace('.', '/')));
            for (Hook hook : rule.hooks()) {
                WeavePoint point = new WeavePoint(numbered.size(), i, rule, hook);
                numbered.add(point);
                hook.target().types().forEach(type -> put(byType, type, point));
                hook.target().subtypesOf().forEach(root -> put(byRoot, root, point));
            }
        }
        this.points = List.copyOf(numbered);
    }

    private static void put(Map<String, List<WeavePoint>> map, String type, WeavePoint point) {
        map.computeIfAbsent(type.replace('.', '/'), any -> new ArrayList<>()).add(point);
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<WeavePoint> points() {
        return points;
    }

    /** What is woven into the class of this internal name, given the roots it descends from. */
    List<WeavePoint> pointsFor(String type, Set<String> roots) {
        Set<WeavePoint> found = new LinkedHashSet<>(byType.getOrDefault(type, List.of()));
        for (String root : roots) {
            found.addAll(byRoot.getOrDefault(root, List.of()));
        }
        return new ArrayList<>(found);
    }

    boolean isCarrier(String type) {
        return carriers.contains(type);
    }
}
