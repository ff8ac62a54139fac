package io.github.leasewarden.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a test may leave open: all that its own and the surrounding classes' annotations allow, and the nearest budgets. */
final class Tolerance {
    private final List<String> allowed = new ArrayList<>();
    private final Map<String, Integer> budgets = new HashMap<>();

    private Tolerance() {}

    /** Where no test is known: only what is allowed in all of them. */
    static Tolerance of(List<String> everywhere) {
        Tolerance tolerance = new Tolerance();
        tolerance.allowed.addAll(everywhere);
        return tolerance;
    }

    /** @param everywhere what is allowed in all tests */
    static Tolerance of(ExtensionContext test, List<String> everywhere) {
        Tolerance tolerance = of(everywhere);
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            context.get().getElement().ifPresent(tolerance::add);
            context = context.get().getParent();
        }
        return tolerance;
    }

    private void add(AnnotatedElement element) {
        AnnotationSupport.findAnnotation(element, NoLeaks.class)
                .ifPresent(found -> allowed.addAll(List.of(found.allow())));
        for (LeakBudget budget : AnnotationSupport.findRepeatableAnnotations(element, LeakBudget.class)) {
            if (budget.max() < 0) {
                throw new IllegalArgumentException("@LeakBudget(kind = \"" + budget.kind() + "\", max = " + budget.max()
                        + ") on " + element + ": max must be 0 or more");
            }
            budgets.putIfAbsent(budget.kind(), budget.max());
        }
    }

    /** What of it is too much. A kind within its budget is none of it; one beyond it is all of it. */
    List<Left> tooMuch(List<Left> left) {
        Map<String, Long> counts = new HashMap<>();
        List<Left> notAllowed = new ArrayList<>();
        for (Left lease : left) {
            if (!isAllowed(lease)) {
                notAllowed.add(lease);
                counts.merge(lease.kind(), lease.count(), Long::sum);
            }
        }
        notAllowed.removeIf(lease -> counts.getOrDefault(lease.kind(), 0L) <= budgets.getOrDefault(lease.kind(), 0));
        return notAllowed;
    }

    /** The most of a kind that may be left open; 0 without a budget. */
    int budget(String kind) {
        return budgets.getOrDefault(kind, 0);
    }

    private boolean isAllowed(Left lease) {
        for (String entry : allowed) {
            if (matches(entry, lease.kind()) || matches(entry, lease.rule())) {
                return true;
            }
            for (String frame : lease.frames()) {
                if (isPlace(entry, frame)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param frame as {@link StackTraceElement#toString()} gives it: {@code app//com.acme.Cache.load(Cache.java:12)} */
    private static boolean isPlace(String entry, String frame) {
        int bracket = frame.indexOf('(');
        if (bracket < 0) {
            return false;
        }
        String method = frame.substring(frame.lastIndexOf('/', bracket) + 1, bracket);
        String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        String line = frame.substring(bracket + 1, frame.length() - 1);
        return matches(entry, method) || matches(entry, type) || matches(entry, line);
    }

    private static boolean matches(String entry, String name) {
        return entry.endsWith("*") ? name.startsWith(entry.substring(0, entry.length() - 1)) : entry.equals(name);
    }
}
