package io.github.leasewarden.instrumentation.weave;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.github.leasewarden.instrumentation.advice.Acquire;
import io.github.leasewarden.instrumentation.advice.ClampArgument;
import io.github.leasewarden.instrumentation.advice.ClampDuration;
import io.github.leasewarden.instrumentation.advice.ClampInt;
import io.github.leasewarden.instrumentation.advice.ClampLong;
import io.github.leasewarden.instrumentation.advice.ClampOptionalLong;
import io.github.leasewarden.instrumentation.advice.Connect;
import io.github.leasewarden.instrumentation.advice.ConnectFailed;
import io.github.leasewarden.instrumentation.advice.Connected;
import io.github.leasewarden.instrumentation.advice.Deliver;
import io.github.leasewarden.instrumentation.advice.Derive;
import io.github.leasewarden.instrumentation.advice.Gate;
import io.github.leasewarden.instrumentation.advice.Handle;
import io.github.leasewarden.instrumentation.advice.HandleIsolated;
import io.github.leasewarden.instrumentation.advice.Measure;
import io.github.leasewarden.instrumentation.advice.OpenElsewhere;
import io.github.leasewarden.instrumentation.advice.OpenInField;
import io.github.leasewarden.instrumentation.advice.Receive;
import io.github.leasewarden.instrumentation.advice.RegisterElsewhere;
import io.github.leasewarden.instrumentation.advice.RegisterInField;
import io.github.leasewarden.instrumentation.advice.Release;
import io.github.leasewarden.instrumentation.advice.Scope;
import io.github.leasewarden.instrumentation.advice.Subscribe;
import io.github.leasewarden.instrumentation.advice.Total;
import io.github.leasewarden.instrumentation.advice.Unregister;
import io.github.leasewarden.instrumentation.advice.UnregisterAll;
import io.github.leasewarden.instrumentation.advice.Use;
import io.github.leasewarden.instrumentation.advice.UseAll;
import io.github.leasewarden.instrumentation.advice.UseInFlight;
import io.github.leasewarden.instrumentation.rule.Expr;
import io.github.leasewarden.instrumentation.rule.Handling;
import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.rule.MethodMatch;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Inlines the advice of a class's weave points. Adds no member and changes no signature, so that it can be applied and taken back by
 * retransformation. Stateless; thread-safe.
 */
final class ClassWeaver {
    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(Implementation.Context.Disabled.Factory.INSTANCE)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE);

    private final RuleLedger ledger;

    ClassWeaver(RuleLedger ledger) {
        this.ledger = ledger;
    }

    /** The woven class file, or null if nothing was to be woven. */
    byte @Nullable [] weave(
            @Nullable ClassLoader loader, String name, byte[] file, List<WeavePoint> points, boolean inherited) {
        String binaryName = name.replace('/', '.');
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(binaryName, file),
                loader == null
                        ? ClassFileLocator.ForClassLoader.ofBootLoader()
                        : ClassFileLocator.ForClassLoader.of(loader));
        TypeDescription type = TypePool.Default.of(locator).describe(binaryName).resolve();
        DynamicType.Builder<?> builder = byteBuddy.redefine(type, locator);
        Set<Integer> off = rulesWithout(type, points);
        boolean woven = false;
        for (WeavePoint point : points) {
            boolean constructorOfSuper = inherited
                    && point.hook().operation() == Hook.Operation.OPEN
                    && point.hook().handle().equals(Expr.THIS);
            if (off.contains(point.ruleIndex()) || constructorOfSuper || !declares(type, point.hook())) {
                continue;
            }
            if (point.hook().operation() == Hook.Operation.SUBSCRIBE && !receives(type, point, points)) {
                continue;
            }
            ElementMatcher.Junction<MethodDescription> methods = methods(point.hook());
            for (Class<?> advice : advices(point.hook(), field(type, point.hook()) != null)) {
                Advice bound = Slots.bind(point, field(type, point.hook())).to(advice);
                builder = builder.visit(bound.on(methods.and(returning(advice, point.hook()))));
            }
            noteUnisolated(type, point, methods);
            ledger.matched(point.rule(), binaryName);
            woven = true;
        }
        return woven ? builder.make().getBytes() : null;
    }

    /** Where a subclass receives the items nobody counts them here, and what is not asked for at once would never be. */
    private boolean receives(TypeDescription type, WeavePoint subscribe, List<WeavePoint> points) {
        for (WeavePoint point : points) {
            if (point.ruleIndex() == subscribe.ruleIndex()
                    && point.hook().operation() == Hook.Operation.RECEIVE
                    && declares(type, point.hook())) {
                return true;
            }
        }
        ledger.warn(subscribe.rule(), type.getName() + " has no onNext of its own, so its demand stays as it is");
        return false;
    }

    private static boolean declares(TypeDescription type, Hook hook) {
        return !type.getDeclaredMethods().filter(methods(hook)).isEmpty();
    }

    /** Rules whose essential method this version of the class does not have: they are off here, and say so once. */
    private Set<Integer> rulesWithout(TypeDescription type, List<WeavePoint> points) {
        Set<Integer> off = new HashSet<>();
        Set<Integer> essential = new HashSet<>();
        for (WeavePoint point : points) {
            if (point.hook().essential() && declares(type, point.hook())) {
                essential.add(point.ruleIndex()); // one of several ways for several versions is enough
            }
        }
        for (WeavePoint point : points) {
            if (declares(type, point.hook())
                    || !point.hook().target().subtypesOf().isEmpty()) {
                continue;
            }
            String problem = type.getName() + " has none of " + point.hook().on();
            if (!point.hook().essential()) {
                ledger.note(point.rule(), problem);
            } else if (!essential.contains(point.ruleIndex())) {
                off.add(point.ruleIndex());
                ledger.off(point.rule(), problem);
            }
        }
        return off;
    }

    /** An overload that lacks a parameter the hook asks for is not meant by it. */
    private static ElementMatcher.Junction<MethodDescription> methods(Hook hook) {
        int needed = hook.parametersNeeded();
        ElementMatcher.Junction<MethodDescription> named = new ElementMatcher.Junction.AbstractBase<>() {
            @Override
            public boolean matches(MethodDescription method) {
                int parameters = method.getParameters().size();
                if ((method.isStatic() && !hook.operation().ofStream()) || parameters < needed) {
                    return false;
                }
                for (MethodMatch match : hook.on()) {
                    if (match.matches(method.getInternalName(), parameters)) {
                        return true;
                    }
                }
                return false;
            }
        };
        return named.and(not(isAbstract())).and(not(isNative()));
    }

    private static ElementMatcher<MethodDescription> returning(Class<?> advice, Hook hook) {
        if (advice == ClampInt.class) {
            return method -> method.getReturnType().represents(int.class);
        }
        if (advice == ClampLong.class) {
            return method -> method.getReturnType().represents(long.class);
        }
        if (advice == HandleIsolated.class) {
            return method -> isIsolated(method, hook);
        }
        if (advice == Handle.class && isolates(hook)) {
            return method -> !isIsolated(method, hook);
        }
        if (advice == ClampDuration.class) {
            return method -> method.getReturnType().represents(Duration.class);
        }
        if (advice == ClampOptionalLong.class) {
            return method -> method.getReturnType().asErasure().represents(Optional.class);
        }
        return method -> true;
    }

    private static boolean isolates(Hook hook) {
        Handling handling = hook.handling();
        return handling != null && handling.isolate();
    }

    /** A result made up by us would be a lie, so it takes the rule's word for it. */
    private static boolean isIsolated(MethodDescription method, Hook hook) {
        Handling handling = hook.handling();
        return handling != null
                && handling.isolate()
                && (handling.returnDefault() || method.getReturnType().represents(void.class));
    }

    private void noteUnisolated(TypeDescription type, WeavePoint point, ElementMatcher<MethodDescription> methods) {
        for (MethodDescription method : type.getDeclaredMethods().filter(methods)) {
            if (isolates(point.hook()) && !isIsolated(method, point.hook())) {
                ledger.warn(
                        point.rule(),
                        "failures of " + type.getName() + "." + method.getName()
                                + " are counted but not isolated, because it returns something; if 0, false or null"
                                + " will do for a failed item, say returnDefault");
            }
        }
    }

    private static @Nullable FieldDescription field(TypeDescription type, Hook hook) {
        if (!hook.of().equals(Expr.THIS)) {
            return null;
        }
        String wanted = InjectedField.usedBy(hook).fieldName();
        for (FieldDescription field : type.getDeclaredFields()) {
            if (field.getName().equals(wanted)) {
                return field;
            }
        }
        return null;
    }

    private static List<Class<?>> advices(Hook hook, boolean hasField) {
        switch (hook.operation()) {
            case OPEN:
                boolean ownField = hasField && hook.handle().equals(Expr.THIS);
                return List.of(ownField ? OpenInField.class : OpenElsewhere.class);
            case REGISTER:
                return List.of(hasField ? RegisterInField.class : RegisterElsewhere.class);
            case USE:
                return List.of(hook.delivery() ? Deliver.class : hook.inFlight() ? UseInFlight.class : Use.class);
            case USE_ALL:
                return List.of(UseAll.class);
            case RELEASE:
                return List.of(Release.class);
            case UNREGISTER:
                return List.of(Unregister.class);
            case UNREGISTER_ALL:
                return List.of(UnregisterAll.class);
            case ACQUIRE:
                return List.of(Acquire.class);
            case DERIVE:
                return List.of(Derive.class);
            case SCOPE:
                return List.of(Scope.class);
            case MEASURE:
                return List.of(Measure.class);
            case CLAMP:
                return hook.of().equals(Expr.THIS)
                        ? List.of(ClampInt.class, ClampLong.class, ClampDuration.class, ClampOptionalLong.class)
                        : List.of(ClampArgument.class);
            case CONNECT:
                return List.of(Connect.class);
            case CONNECTED:
                return List.of(Connected.class);
            case CONNECT_FAILED:
                return List.of(ConnectFailed.class);
            case GATE:
                return List.of(Gate.class);
            case HANDLE:
                return isolates(hook) ? List.of(HandleIsolated.class, Handle.class) : List.of(Handle.class);
            case TOTAL:
                return List.of(Total.class);
            case SUBSCRIBE:
                // without a field nobody would count the items, and what is not asked for at once would never be
                return hasField ? List.of(Subscribe.class) : List.of();
            case RECEIVE:
                return hasField ? List.of(Receive.class) : List.of();
        }
        throw new AssertionError(hook.operation());
    }
}
