package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.weave.InjectedField;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes an injected field of objects that woven code met as an argument or a result, where advice cannot name
 * their class. Falls back to a weak map for classes that were loaded before the agent, or that no rule names. Thread-safe.
 */
final class FieldAccess {
    private final Consumer<Class<?>> opener;
    private final InjectedField injected;
    private final WeakIdentityMap<Object> elsewhere = new WeakIdentityMap<>();
    private final Handles handles = new Handles();

    /** A wrapper, because a {@link ClassValue} may not forget that a class has none. */
    private record Access(@Nullable VarHandle field) {
        static final Access NONE = new Access(null);
    }

    private final class Handles extends ClassValue<Access> {
        @Override
        protected Access computeValue(Class<?> type) {
            for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
                if (declaring.getClassLoader() == null && declaring.getName().startsWith("java.lang")) {
                    break;
                }
                try {
                    opener.accept(declaring);
                    return new Access(MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
                            .findVarHandle(declaring, injected.fieldName(), Object.class));
                } catch (NoSuchFieldException e) {
                    continue;
                } catch (IllegalAccessException | LinkageError | RuntimeException e) {
                    return Access.NONE; // the weak map serves such classes just as well
                }
            }
            return Access.NONE;
        }
    }

    /** @param opener opens the package of a class to us, so that its private field can be reached */
    FieldAccess(Consumer<Class<?>> opener, InjectedField injected) {
        this.opener = opener;
        this.injected = injected;
    }

    /** Whether the object's class has the field. */
    boolean has(Object object) {
        return handles.get(object.getClass()).field() != null;
    }

    @Nullable
    Object get(Object object) {
        VarHandle field = handles.get(object.getClass()).field();
        return field != null ? field.getVolatile(object) : elsewhere.get(object);
    }

    void set(Object object, Object value) {
        VarHandle field = handles.get(object.getClass()).field();
        if (field != null) {
            field.setVolatile(object, value);
        } else {
            elsewhere.put(object, value);
        }
    }

    /** Returns what is there afterwards: the value, or what was there before. */
    Object setIfAbsent(Object object, Object value) {
        VarHandle field = handles.get(object.getClass()).field();
        Object before =
                field != null ? field.compareAndExchange(object, null, value) : elsewhere.putIfAbsent(object, value);
        return before == null ? value : before;
    }

    /** Drops what belonged to collected objects. */
    void drain() {
        elsewhere.drain();
    }

    int size() {
        return elsewhere.size();
    }
}
