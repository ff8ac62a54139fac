package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import io.github.leasewarden.reports.Fingerprints;
import java.util.List;

/** The rules in force with their settings, and what the numbers mean that woven code passes to the hooks. */
final class BoundRules {
    static final BoundRules NONE = new BoundRules(new RuleState[0], new WeavePoint[0]);

    private final RuleState[] rules;
    private final WeavePoint[] points;

    private BoundRules(RuleState[] rules, WeavePoint[] points) {
        this.rules = rules;
        this.points = points;
    }

    BoundRules(RuleBook book, LeaseSettings settings, Lanes lanes) {
        this(states(book.rules(), settings, lanes), book.points().toArray(new WeavePoint[0]));
    }

    private static RuleState[] states(List<Rule> rules, LeaseSettings settings, Lanes lanes) {
        int maxAge = settings.maxAge() == null ? 0 : CoarseClock.ticks(settings.maxAge());
        RuleState[] states = new RuleState[rules.size()];
        for (int i = 0; i < states.length; i++) {
            Rule rule = rules.get(i);
            Mode mode = settings.modeOf(rule.id());
            states[i] = new RuleState(
                    rule,
                    mode,
                    CoarseClock.ticks(settings.ttlOf(rule.kind(), mode)),
                    maxAge,
                    Fingerprints.of(rule.id(), rule.kind(), List.of()),
                    lanes);
        }
        return states;
    }

    RuleState ruleOf(int point) {
        return rules[points[point].ruleIndex()];
    }

    WeavePoint point(int number) {
        return points[number];
    }

    RuleState[] rules() {
        return rules;
    }
}
