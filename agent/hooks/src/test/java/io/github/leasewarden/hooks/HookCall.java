package io.github.leasewarden.hooks;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One hook as woven code calls it. Found by reflection, so that a hook added later is tested without anybody thinking of it.
 *
 * @param method the hook
 * @param arguments an object for every object, so that no null check ends the call early
 * @param neutral what it must return when nothing comes of it
 */
record HookCall(Method method, Object[] arguments, Object neutral) {
    static final long ASKED = 4711;
    static final Object TABLE = "table";
    static final Throwable THROWN = new IllegalStateException("the application's own");
    private static final Set<String> NOT_HOOKS =
            Set.of("install", "uninstall", "isInstalled", "suppressed", "takeLastSuppressed");

    static Stream<HookCall> all() {
        return Stream.of(LeaseHooks.class, StreamHooks.class, ConnectHooks.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !NOT_HOOKS.contains(method.getName()))
                .map(HookCall::of);
    }

    private static HookCall of(Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type ->
                        type == int.class ? 7 : type == long.class ? ASKED : type == Throwable.class ? THROWN : TABLE)
                .toArray();
        Object neutral = null;
        if (method.getReturnType() == long.class) {
            neutral = ASKED;
        } else if (Set.of("registered", "batched").contains(method.getName())) {
            neutral = TABLE;
        } else if (method.getReturnType() == Throwable.class) {
            neutral = THROWN;
        }
        return new HookCall(method, arguments, neutral);
    }

    Object call() throws ReflectiveOperationException {
        return method.invoke(null, arguments);
    }

    Object callWithNulls() throws ReflectiveOperationException {
        Object[] nulls = Arrays.stream(arguments)
                .map(argument -> argument == TABLE ? null : argument)
                .toArray();
        return method.invoke(null, nulls);
    }

    @Override
    public String toString() {
        return method.getName();
    }
}
