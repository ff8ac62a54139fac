package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;

/**
 * How items of a stream are handled.
 *
 * @param limit how many handlers may run at once, or 0 for any number
 * @param isolate whether an exception of the handler ends with its item instead of the stream
 * @param returnDefault whether a handler that returns something returns 0, false or null for an isolated item
 * @param batch the most items a subscriber asks for at once, or 0 for as many as it likes
 */
public record Handling(int limit, boolean isolate, boolean returnDefault, int batch) implements Serializable {
    private static final int MOST = 1_000_000;
    private static final int DEFAULT_BATCH = 1000;

    static Handling ofHandler(Node node) throws RuleException {
        Handling handling = new Handling(count(node, "limit", 0), node.flag("isolate"), node.flag("returnDefault"), 0);
        if (handling.returnDefault && !handling.isolate) {
            throw node.get("returnDefault").error("it says what an isolated item returns, but isolate is not true");
        }
        return handling;
    }

    static Handling ofBatch(Node node) throws RuleException {
        return new Handling(0, false, false, count(node, "max", DEFAULT_BATCH));
    }

    private static int count(Node node, String field, int absent) throws RuleException {
        if (!node.has(field)) {
            return absent;
        }
        int value = node.get(field).number();
        if (value < 1 || value > MOST) {
            throw node.get(field).error("expected a number from 1 to " + MOST);
        }
        return value;
    }
}
