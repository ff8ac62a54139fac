package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;

/**
 * Where a woven method finds a value: {@code this}, {@code argN} (from 0), {@code last} (argument), {@code args} (all, as an array),
 * {@code return} or {@code none}.
 *
 * @param source which of them
 * @param index argument number for {@link Source#ARGUMENT}, else 0
 */
public record Expr(Source source, int index) implements Serializable {

    /** The forms an expression can take. */
    public enum Source {
        NONE,
        THIS,
        ARGUMENT,
        LAST,
        ARGUMENTS,
        RETURN
    }

    public static final Expr NONE = new Expr(Source.NONE, 0);
    public static final Expr THIS = new Expr(Source.THIS, 0);

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException with a sentence that lists what is allowed
     */
    public static Expr parse(String text) {
        switch (text) {
            case "none":
                return NONE;
            case "this":
                return THIS;
            case "last":
                return new Expr(Source.LAST, 0);
            case "args":
                return new Expr(Source.ARGUMENTS, 0);
            case "return":
                return new Expr(Source.RETURN, 0);
            default:
                if (text.matches("arg\\d")) {
                    return new Expr(Source.ARGUMENT, text.charAt(3) - '0');
                }
                throw new IllegalArgumentException(
                        "unknown expression \"" + text + "\"; expected this, arg0…arg9, last, args, return or none");
        }
    }

    public boolean isNone() {
        return source == Source.NONE;
    }

    int parametersNeeded() {
        return source == Source.ARGUMENT ? index + 1 : source == Source.LAST ? 1 : 0;
    }
}
