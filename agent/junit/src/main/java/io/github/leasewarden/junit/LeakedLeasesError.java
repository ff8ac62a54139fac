package io.github.leasewarden.junit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A test left leases open. Its stack trace is that of the first of them, so that the line to fix is one click away. */
public final class LeakedLeasesError extends AssertionError {
    private static final long serialVersionUID = 1L;
    /** {@code loader/module@version/class.method(File.java:12)}, the first two parts optional. */
    private static final Pattern FRAME =
            Pattern.compile("(?:.*/)?(?<type>[^/()]+)\\.(?<method>[^.()]+)\\((?<file>[^:()]+)(?::(?<line>\\d+))?\\)");

    private LeakedLeasesError(String message, StackTraceElement[] stack) {
        super(message);
        if (stack.length > 0) {
            setStackTrace(stack);
        }
    }

    /**
     * @param where the test's name
     * @param left what it left open, not empty
     */
    static LeakedLeasesError of(String where, List<Left> left, Tolerance tolerance) {
        StringBuilder message = new StringBuilder();
        long all = left.stream().mapToLong(Left::count).sum();
        message.append(where).append(" left ").append(all).append(all == 1 ? " lease open:" : " leases open:");
        for (Left lease : left) {
            message.append("\n  ").append(lease.count()).append(' ').append(lease.kind());
            int budget = tolerance.budget(lease.kind());
            if (budget > 0) {
                message.append(" (the budget is ").append(budget).append(')');
            }
            message.append(", opened");
            lease.callers().forEach(frame -> message.append("\n      at ").append(frame));
            if (lease.frames().isEmpty()) {
                message.append(" at ").append(lease.line());
            }
            message.append("\n    ").append(Hints.forKind(lease.kind())).append(" Or allow it: @NoLeaks(allow = \"");
            message.append(lease.rule()).append("\")");
        }
        return new LeakedLeasesError(message.toString(), stack(left.get(0).callers()));
    }

    private static StackTraceElement[] stack(List<String> frames) {
        return frames.stream()
                .map(FRAME::matcher)
                .filter(Matcher::matches)
                .map(frame -> new StackTraceElement(
                        frame.group("type"),
                        frame.group("method"),
                        frame.group("file"),
                        frame.group("line") == null ? -1 : Integer.parseInt(frame.group("line"))))
                .toArray(StackTraceElement[]::new);
    }
}
