package io.github.leasewarden.instrumentation.rule;

import java.util.ArrayList;
import java.util.List;

/** Reads the {@code expire} section of a rule. */
final class ExpireReader {
    private ExpireReader() {}

    static Expire read(Node node) throws RuleException {
        node.allowing("action", "onHandleCollected", "onOwnerEnd", "onIdle", "onShutdown", "busyWhen", "unreadWhen");
        Expire expire = new Expire(
                node.has("action") ? action(node.get("action")) : null,
                node.choice("onHandleCollected", Expire.HandleCollected.class, Expire.HandleCollected.ENDS),
                node.flag("onOwnerEnd"),
                node.flag("onIdle"),
                node.flag("onShutdown"),
                node.parsedList("busyWhen", Probe::parse),
                node.parsedList("unreadWhen", Probe::parse));
        boolean releases = expire.onIdle()
                || expire.onShutdown()
                || expire.onOwnerEnd()
                || expire.onHandleCollected() == Expire.HandleCollected.ABANDONED;
        if (releases && expire.action() == null) {
            throw node.error("field action is missing: it says when to release, but not how");
        }
        return expire;
    }

    private static Action action(Node node) throws RuleException {
        node.allowing("create", "on", "call", "args", "soft");
        List<Action.Argument> args = new ArrayList<>();
        if (node.has("args")) {
            for (Node element : node.get("args").elements()) {
                args.add(element.parsed(ExpireReader::argument));
            }
        }
        return new Action(
                node.has("create") ? node.get("create").text() : null,
                node.choice("on", Action.Subject.class, Action.Subject.HANDLE),
                node.get("call").text(),
                args,
                node.flag("soft"));
    }

    private static Action.Argument argument(String text) {
        switch (text) {
            case "handle":
                return Action.Argument.HANDLE;
            case "key":
                return Action.Argument.KEY;
            case "ttlMillis":
                return Action.Argument.TTL_MILLIS;
            default:
                throw new IllegalArgumentException(
                        "unknown argument \"" + text + "\"; expected handle, key or ttlMillis");
        }
    }
}
