package io.github.leasewarden.instrumentation.rule;

/** Reads the {@code expire} section of a rule. */
final class ExpireReader {
    private ExpireReader() {}

    static Expire read(Node node) throws RuleException {
        node.allowing(
                "action",
                "onHandleCollected",
                "heldWhen",
                "onOwnerEnd",
                "onIdle",
                "onShutdown",
                "busyWhen",
                "transaction",
                "maxOpen");
        Expire expire = new Expire(
                node.has("action") ? action(node.get("action")) : null,
                node.has("onHandleCollected") ? action(node.get("onHandleCollected")) : null,
                node.parsedList("heldWhen", Probe::parse),
                node.flag("onOwnerEnd"),
                node.flag("onIdle"),
                node.flag("onShutdown"),
                node.parsedList("busyWhen", Probe::parse),
                node.has("transaction") ? node.get("transaction").parsed(Probe::parse) : null,
                node.has("maxOpen") ? maxOpen(node.get("maxOpen")) : null);
        boolean releases = expire.onIdle() || expire.onShutdown() || expire.onOwnerEnd() || expire.maxOpen() != null;
        if (releases && expire.action() == null) {
            throw node.error("field action is missing: it says when to release, but not how");
        }
        Action abandoned = expire.abandoned();
        if (abandoned != null && (abandoned.on() != Action.Subject.HELD || abandoned.create() != null)) {
            throw node.get("onHandleCollected").error("on must be held: the handle is gone by then");
        }
        return expire;
    }

    private static Expire.MaxOpen maxOpen(Node node) throws RuleException {
        node.allowing("setting", "per");
        return new Expire.MaxOpen(node.get("setting").text(), node.get("per").text());
    }

    private static Action action(Node node) throws RuleException {
        node.allowing("create", "with", "on", "call", "args", "soft");
        return new Action(
                node.has("create") ? node.get("create").text() : null,
                node.parsedList("with", Action.Argument::parse),
                node.choice("on", Action.Subject.class, Action.Subject.HANDLE),
                node.get("call").text(),
                node.parsedList("args", Action.Argument::parse),
                node.flag("soft"));
    }
}
