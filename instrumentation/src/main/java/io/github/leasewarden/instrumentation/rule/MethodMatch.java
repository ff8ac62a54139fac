package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;

/**
 * Which methods of a type are woven: {@code name}, {@code name/2} (exactly two parameters), {@code name/2+} (two or more), {@code prefix*} or {@code <init>}.
 *
 * @param name method name, or the prefix without its star
 * @param prefix whether {@code name} is a prefix
 * @param arity number of parameters, or -1 for any
 * @param more whether more parameters match too
 */
public record MethodMatch(String name, boolean prefix, int arity, boolean more) implements Serializable {

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException if it is empty or its arity is no number
     */
    public static MethodMatch parse(String text) {
        int slash = text.indexOf('/');
        String name = slash < 0 ? text : text.substring(0, slash);
        int arity = -1;
        boolean more = slash >= 0 && text.endsWith("+");
        if (slash >= 0) {
            String number = text.substring(slash + 1, more ? text.length() - 1 : text.length());
            if (!number.matches("\\d{1,3}")) {
                throw new IllegalArgumentException(
                        "method \"" + text + "\": the part after / must be a number of parameters");
            }
            arity = Integer.parseInt(number);
        }
        boolean prefix = name.endsWith("*");
        String stem = prefix ? name.substring(0, name.length() - 1) : name;
        if (stem.isEmpty()) {
            throw new IllegalArgumentException("method \"" + text + "\" names nothing");
        }
        return new MethodMatch(stem, prefix, arity, more);
    }

    public boolean matches(String methodName, int parameters) {
        return (arity < 0 || arity == parameters || (more && parameters > arity))
                && (prefix ? methodName.startsWith(name) : methodName.equals(name));
    }

    @Override
    public String toString() {
        return name + (prefix ? "*" : "") + (arity < 0 ? "" : "/" + arity + (more ? "+" : ""));
    }
}
