package io.github.leasewarden.instrumentation.rule;

import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the sections of rules about streams: {@code gate}, {@code handle}, {@code total} and {@code batch}. */
final class StreamHookReader {
    private StreamHookReader() {}

    /** All hooks these sections ask for. */
    static List<Hook> read(Node rule) throws RuleException {
        List<Hook> hooks = new ArrayList<>();
        for (Node node : rule.entries("gate")) {
            node.allowing("type", "types", "subtypeOf", "on");
            hooks.add(wrapped(Operation.GATE, rule, node, null));
        }
        for (Node node : rule.entries("handle")) {
            node.allowing("type", "types", "subtypeOf", "on", "limit", "isolate", "returnDefault");
            hooks.add(wrapped(Operation.HANDLE, rule, node, Handling.ofHandler(node)));
        }
        for (Node node : rule.entries("total")) {
            node.allowing("type", "types", "subtypeOf", "on", "value");
            Expr value = node.get("value").parsed(Expr::parse);
            if (value.isNone() || value.source() == Expr.Source.RETURN) {
                throw node.get("value").error("the total must be known before the call");
            }
            hooks.add(hook(Operation.TOTAL, rule, node, HookReader.methods(node), value, null));
        }
        for (Node node : rule.entries("batch")) {
            node.allowing("type", "types", "subtypeOf", "max");
            Handling handling = Handling.ofBatch(node);
            Expr first = Expr.parse("arg0");
            hooks.add(hook(Operation.SUBSCRIBE, rule, node, method("onSubscribe/1"), first, handling));
            hooks.add(hook(Operation.RECEIVE, rule, node, method("onNext/1"), first, handling));
        }
        return hooks;
    }

    private static Hook wrapped(Operation operation, Node rule, Node node, @Nullable Handling handling)
            throws RuleException {
        Hook hook = hook(operation, rule, node, HookReader.methods(node), Expr.NONE, handling);
        HookReader.refuseConstructors(hook, node);
        return hook;
    }

    private static List<MethodMatch> method(String text) {
        return List.of(MethodMatch.parse(text));
    }

    private static Hook hook(
            Operation operation, Node rule, Node node, List<MethodMatch> on, Expr child, @Nullable Handling handling)
            throws RuleException {
        return new Hook(
                operation,
                HookReader.target(rule, node),
                on,
                Expr.THIS,
                Expr.NONE,
                Expr.NONE,
                Expr.NONE,
                Expr.NONE,
                Expr.NONE,
                child,
                "",
                false,
                false,
                false,
                false,
                false,
                null,
                handling);
    }
}
