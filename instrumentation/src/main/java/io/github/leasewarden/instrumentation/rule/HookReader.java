package io.github.leasewarden.instrumentation.rule;

import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one entry of an {@code open}, {@code use}, … section and refuses what could not work. */
final class HookReader {
    private HookReader() {}

    static Hook read(Operation section, Node rule, Node node) throws RuleException {
        node.allowing(
                "type",
                "types",
                "subtypeOf",
                "on",
                "of",
                "handle",
                "key",
                "owner",
                "keep",
                "alias",
                "child",
                "once",
                "handedOut",
                "keepsParent",
                "inFlight",
                "delivery",
                "all",
                "setting",
                "unlimited",
                "default");
        Operation operation = section;
        if (node.flag("all")) {
            if (section == Operation.USE) {
                operation = Operation.USE_ALL;
            } else if (section == Operation.UNREGISTER) {
                operation = Operation.UNREGISTER_ALL;
            } else {
                throw node.error("all belongs into use or unregister");
            }
        }
        List<MethodMatch> on = methods(node);
        Hook hook = new Hook(
                operation,
                target(rule, node),
                on,
                expr(node, "of", Expr.THIS),
                expr(node, "handle", Expr.THIS),
                expr(node, "key", Expr.NONE),
                expr(node, "owner", Expr.NONE),
                expr(node, "keep", Expr.NONE),
                expr(node, "alias", Expr.NONE),
                expr(node, "child", Expr.NONE),
                "",
                node.flag("once"),
                node.flag("handedOut"),
                node.flag("keepsParent"),
                node.flag("inFlight"),
                node.flag("delivery"),
                section == Operation.CLAMP || section == Operation.MEASURE ? clamp(node) : null,
                null);
        check(hook, node);
        return hook;
    }

    static List<MethodMatch> methods(Node node) throws RuleException {
        List<MethodMatch> on = node.parsedList("on", MethodMatch::parse);
        if (on.isEmpty()) {
            throw node.error("field on is missing: name at least one method");
        }
        return on;
    }

    private static void check(Hook hook, Node node) throws RuleException {
        switch (hook.operation()) {
            case OPEN:
            case REGISTER:
                require(!hook.handle().isNone(), node, "handle must name an object");
                if (!hook.owner().isNone() && hook.owner().equals(hook.handle())) {
                    throw node.get("owner")
                            .error(
                                    "the owner is the handle itself: an owner must stand outside what it owns, or its end can never be seen");
                }
                break;
            case DERIVE:
            case ACQUIRE:
            case MEASURE:
                require(!hook.child().isNone(), node, "field child is missing");
                break;
            case SCOPE:
                require(!hook.owner().isNone(), node, "field owner is missing");
                require(hook.owner().source() != Expr.Source.RETURN, node, "owner must be known before the call");
                refuseConstructors(hook, node);
                break;
            case USE:
                refuseReturn(hook, node);
                if (hook.inFlight() && !hook.delivery()) {
                    refuseConstructors(hook, node);
                }
                break;
            case USE_ALL:
            case RELEASE:
                refuseReturn(hook, node);
                break;
            case UNREGISTER:
            case UNREGISTER_ALL:
                refuseConstructors(hook, node);
                break;
            case CLAMP:
                require(
                        hook.of().equals(Expr.THIS) || hook.of().source() == Expr.Source.ARGUMENT,
                        node,
                        "a clamp is of the returned value, or of an argument: of must be arg0 to arg9 or be left out");
                break;
            default:
                break;
        }
    }

    /** What is told before the call cannot be about its result. */
    private static void refuseReturn(Hook hook, Node node) throws RuleException {
        if (hook.of().source() == Expr.Source.RETURN) {
            throw node.get("of").error("return is not known before the call");
        }
    }

    /** Bytecode cannot catch what a constructor throws before it has called its superclass. */
    static void refuseConstructors(Hook hook, Node node) throws RuleException {
        for (MethodMatch match : hook.on()) {
            if (match.name().startsWith("<")) {
                throw node.get("on").error("a constructor cannot be wrapped, only opened, used or released");
            }
        }
    }

    private static void require(boolean holds, Node node, String problem) throws RuleException {
        if (!holds) {
            throw node.error(problem);
        }
    }

    static Target target(Node rule, Node node) throws RuleException {
        Node source = names(node) ? node : rule;
        if (!names(source)) {
            throw node.error("neither it nor its rule names a type: give type, types or subtypeOf");
        }
        List<String> types = new ArrayList<>(source.texts("types"));
        if (source.has("type")) {
            types.add(source.get("type").text());
        }
        List<String> roots = source.texts("subtypeOf");
        if (types.isEmpty() && roots.isEmpty()) {
            throw source.get(source.has("types") ? "types" : "subtypeOf").error("name at least one type");
        }
        return new Target(types, roots);
    }

    private static boolean names(Node node) {
        return node.has("type") || node.has("types") || node.has("subtypeOf");
    }

    private static Expr expr(Node node, String field, Expr absent) throws RuleException {
        return node.has(field) ? node.get(field).parsed(Expr::parse) : absent;
    }

    private static @Nullable Clamp clamp(Node node) throws RuleException {
        return new Clamp(
                node.get("setting").text(),
                node.choice("unlimited", Clamp.Unlimited.class, Clamp.Unlimited.NEGATIVE),
                node.flag("default"));
    }
}
