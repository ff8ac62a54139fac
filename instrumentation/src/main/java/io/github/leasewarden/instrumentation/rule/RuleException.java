package io.github.leasewarden.instrumentation.rule;

/** A rule file that cannot be used; the message names file, rule and field in one line. */
public final class RuleException extends Exception {
    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }

    public RuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
