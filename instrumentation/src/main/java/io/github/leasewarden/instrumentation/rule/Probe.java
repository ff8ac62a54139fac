package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;

/**
 * A question to the library's own state, asked by reflection on an agent thread: a chain of fields and {@code method()} calls from the
 * handle or from what the lease holds. Completion stages on the way are read if complete; a pending one answers "yes, busy".
 *
 * @param path names of fields, or of methods with trailing parentheses; a name may offer alternatives for several versions: {@code a|b()}
 * @param negate the answer counts when the last step is false instead of true
 */
public record Probe(List<String> path, boolean negate) implements Serializable {
    public Probe {
        path = List.copyOf(path);
    }

    /** Reads {@code transactionStage.isOpen()}, or {@code !resultCursorStage.isDone()}. */
    public static Probe parse(String text) {
        boolean negate = text.startsWith("!");
        String chain = negate ? text.substring(1) : text;
        List<String> steps = List.of(chain.split("\\.", -1));
        if (steps.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("empty probe, or an empty step in \"" + text + "\"");
        }
        return new Probe(steps, negate);
    }

    @Override
    public String toString() {
        return (negate ? "!" : "") + String.join(".", path);
    }
}
