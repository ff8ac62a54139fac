package io.github.leasewarden.core.lease;

import io.github.leasewarden.reports.Fingerprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes opening stacks within the budget and interns them. A known site costs a stack walk and one map look-up, no string is built.
 * Bounded: beyond {@value #MAX_SITES} sites, opens count as unsampled. Thread-safe.
 */
final class Sites {
    private static final int MAX_SITES = 8192;
    private static final int WALKED = 96;
    private static final int KEPT = 12;
    private static final int IDENTITY = 4;
    private static final StackWalker WALKER = StackWalker.getInstance();

    private final ConcurrentHashMap<Long, Site> interned = new ConcurrentHashMap<>();
    /** By fingerprint, the key of the site that has it. */
    private final ConcurrentHashMap<String, Long> fingerprints = new ConcurrentHashMap<>();

    private final StackBudget budget;

    Sites(StackBudget budget) {
        this.budget = budget;
    }

    /** The calling application code's site, or the rule's unsampled one when no stack is due. */
    Site here(RuleState rule) {
        if (!budget.allows()) {
            return rule.unsampled();
        }
        long start = System.nanoTime();
        Site site = WALKER.walk(new Walk(rule));
        budget.spent(System.nanoTime() - start);
        return site;
    }

    Collection<Site> all() {
        return interned.values();
    }

    /** A named class: hook paths use no lambdas, whose bootstrap could load classes while the application does. */
    private final class Walk implements Function<Stream<StackWalker.StackFrame>, Site> {
        private final RuleState rule;

        Walk(RuleState rule) {
            this.rule = rule;
        }

        @Override
        public Site apply(Stream<StackWalker.StackFrame> stack) {
            StackWalker.StackFrame[] frames = new StackWalker.StackFrame[KEPT];
            StackWalker.StackFrame[] foreign = new StackWalker.StackFrame[KEPT];
            int kept = 0;
            int others = 0;
            Iterator<StackWalker.StackFrame> walk = stack.iterator();
            for (int i = 0; i < WALKED && kept < KEPT && walk.hasNext(); i++) {
                StackWalker.StackFrame frame = walk.next();
                if (kept > 0
                        || FrameFilter.isApplication(
                                frame.getClassName(), rule.rule().packages())) {
                    frames[kept++] = frame;
                } else if (others < KEPT && !FrameFilter.isAgent(frame.getClassName())) {
                    foreign[others++] = frame;
                }
            }
            return kept > 0 ? intern(rule, frames, kept, true) : intern(rule, foreign, others, false);
        }
    }

    private Site intern(RuleState rule, StackWalker.StackFrame[] frames, int count, boolean ofApplication) {
        Long key = key(rule, frames, Math.min(count, IDENTITY));
        Site known = interned.get(key);
        if (known != null) {
            return known;
        }
        if (interned.size() >= MAX_SITES) {
            return rule.unsampled();
        }
        List<String> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(frames[i].toStackTraceElement().toString());
        }
        Site made = new Site(rule, lines, fingerprint(rule, lines, key), null, ofApplication);
        Site raced = interned.putIfAbsent(key, made);
        return raced == null ? made : raced;
    }

    /** The opening line and the methods that led there; deeper callers only say who asked, not where to fix. */
    private static Long key(RuleState rule, StackWalker.StackFrame[] frames, int count) {
        long hash = rule.id().hashCode();
        for (int i = 0; i < count; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + frames[i].getClassName().hashCode();
            hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L
                    + frames[i].getMethodName().hashCode();
            hash = hash * 31 + (i == 0 ? frames[i].getByteCodeIndex() : 0);
        }
        return hash;
    }

    /** Without line numbers, so that it survives edits elsewhere in the file; a second opening line of one method gets its own. */
    private String fingerprint(RuleState rule, List<String> lines, Long key) {
        List<String> identity = new ArrayList<>(lines.subList(0, Math.min(lines.size(), IDENTITY)));
        String fingerprint = Fingerprints.of(rule.id(), rule.kind(), identity);
        while (isOfAnother(fingerprint, key)) {
            identity.add("another line");
            fingerprint = Fingerprints.of(rule.id(), rule.kind(), identity);
        }
        return fingerprint;
    }

    /** Two threads may open at one new line at once. */
    private boolean isOfAnother(String fingerprint, Long key) {
        Long first = fingerprints.putIfAbsent(fingerprint, key);
        return first != null && !first.equals(key);
    }
}
