package io.github.leasewarden.instrumentation.rule;

import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import java.util.ArrayList;
import java.util.List;

/** Reads the sections of rules about clients that connect: {@code connect}, {@code connected} and {@code connectFailed}. */
final class ConnectHookReader {
    private ConnectHookReader() {}

    /** All hooks these sections ask for. */
    static List<Hook> read(Node rule) throws RuleException {
        List<Hook> hooks = new ArrayList<>();
        for (Node node : rule.entries("connect")) {
            node.allowing("type", "types", "subtypeOf", "on", "endpoint");
            String endpoint = node.get("endpoint").text();
            int dot = endpoint.indexOf('.');
            Expr start = node.get("endpoint").parsed(text -> Expr.parse(dot < 0 ? text : text.substring(0, dot)));
            if (start.isNone() || start.source() == Expr.Source.RETURN) {
                throw node.get("endpoint").error("the endpoint must be known before the call");
            }
            Hook hook = hook(Operation.CONNECT, rule, node, start, dot < 0 ? "" : endpoint.substring(dot + 1));
            HookReader.refuseConstructors(hook, node);
            hooks.add(hook);
        }
        for (Node node : rule.entries("connected")) {
            node.allowing("type", "types", "subtypeOf", "on");
            hooks.add(hook(Operation.CONNECTED, rule, node, Expr.NONE, ""));
        }
        for (Node node : rule.entries("connectFailed")) {
            node.allowing("type", "types", "subtypeOf", "on", "reason");
            Expr reason = node.has("reason") ? node.get("reason").parsed(Expr::parse) : Expr.NONE;
            if (reason.source() == Expr.Source.RETURN) {
                throw node.get("reason").error("the reason must be known before the call");
            }
            hooks.add(hook(Operation.CONNECT_FAILED, rule, node, reason, ""));
        }
        return hooks;
    }

    private static Hook hook(Operation operation, Node rule, Node node, Expr child, String path) throws RuleException {
        return new Hook(
                operation,
                HookReader.target(rule, node),
                HookReader.methods(node),
                Expr.THIS,
                Expr.NONE,
                Expr.NONE,
                Expr.NONE,
                Expr.NONE,
                Expr.NONE,
                child,
                path,
                false,
                false,
                false,
                false,
                false,
                null,
                null);
    }
}
