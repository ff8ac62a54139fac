package io.github.leasewarden.core.lease;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reaches into libraries by the names that rules give. Slow: for agent threads, and for what an application does rarely. Thread-safe. */
public final class Reflection {
    private final Consumer<Class<?>> opener;

    /** @param opener opens the package of a class to us */
    public Reflection(Consumer<Class<?>> opener) {
        this.opener = opener;
    }

    /**
     * Calls the method of this name that takes these arguments.
     *
     * @throws ReflectiveOperationException if there is none, or if it throws
     */
    @Nullable
    Object call(Object target, String name, @Nullable Object... args) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isBridge() && accepts(method, args)) {
                    opener.accept(type);
                    method.setAccessible(true);
                    return method.invoke(target, args);
                }
            }
        }
        for (Method method : target.getClass().getMethods()) { // default methods of interfaces
            if (method.getName().equals(name) && accepts(method, args)) {
                opener.accept(method.getDeclaringClass());
                method.setAccessible(true);
                return method.invoke(target, args);
            }
        }
        throw new NoSuchMethodException(target.getClass().getName() + "." + name + "/" + args.length);
    }

    /** Reads a field, private or not, of the object's class or a superclass. */
    @Nullable
    Object read(Object target, String name) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    opener.accept(type);
                    field.setAccessible(true);
                    return field.get(target);
                }
            }
        }
        throw new NoSuchFieldException(target.getClass().getName() + "." + name);
    }

    /**
     * Follows a chain of fields and {@code method()} calls; each step may offer alternatives for several versions: {@code a|b()}.
     *
     * @throws ReflectiveOperationException if there is no such step, or if it throws
     */
    public @Nullable Object follow(Object start, String path) throws ReflectiveOperationException {
        Object value = start;
        for (String step : path.split("\\.")) {
            if (value == null) {
                return null;
            }
            value = step(value, step);
        }
        return value;
    }

    /** One step of {@link #follow}. */
    @Nullable
    Object step(Object target, String step) throws ReflectiveOperationException {
        ReflectiveOperationException last = new NoSuchFieldException(step);
        for (String name : step.split("\\|")) {
            try {
                return name.endsWith("()") ? call(target, name.substring(0, name.length() - 2)) : read(target, name);
            } catch (NoSuchFieldException | NoSuchMethodException e) {
                last = e;
            }
        }
        throw last;
    }

    /** Makes an object of the named class, as seen by {@code neighbour}'s loader, from these constructor arguments. */
    Object create(String className, Object neighbour, @Nullable Object... args) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, true, neighbour.getClass().getClassLoader());
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (accepts(constructor, args)) {
                opener.accept(type);
                constructor.setAccessible(true);
                return constructor.newInstance(args);
            }
        }
        throw new NoSuchMethodException(className + ".<init>/" + args.length);
    }

    private static boolean accepts(Executable executable, @Nullable Object... args) {
        Class<?>[] parameters = executable.getParameterTypes();
        if (parameters.length != args.length) {
            return false;
        }
        for (int i = 0; i < args.length; i++) {
            Object arg = args[i];
            boolean fits = arg == null
                    ? !parameters[i].isPrimitive()
                    : parameters[i].isInstance(arg) || (parameters[i] == long.class && arg instanceof Long);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
