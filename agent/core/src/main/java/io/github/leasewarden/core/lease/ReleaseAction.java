package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out a rule's release by reflection. Agent threads only; thread-safe. */
final class ReleaseAction {
    private final Reflection reflection;

    ReleaseAction(Reflection reflection) {
        this.reflection = reflection;
    }

    /**
     * Releases the resource.
     *
     * @return what the call returned; a stage means the release goes on
     * @throws ReflectiveOperationException if the library has no such call, or it throws
     * @throws ObjectGoneException if there is nothing left to release
     */
    @Nullable
    Object run(Lease lease, Action action) throws ReflectiveOperationException, ObjectGoneException {
        Object target = subject(lease, action.on());
        if (action.create() != null) {
            target = reflection.create(action.create(), target, arguments(lease, action.with()));
        }
        Object[] args = arguments(lease, action.args());
        NoSuchMethodException last = new NoSuchMethodException(action.call());
        for (String name : action.call().split("\\|")) {
            try {
                return reflection.call(target, name, args);
            } catch (NoSuchMethodException e) {
                last = e;
            }
        }
        throw last;
    }

    private @Nullable Object[] arguments(Lease lease, List<Action.Argument> wanted)
            throws ReflectiveOperationException, ObjectGoneException {
        List<@Nullable Object> args = new ArrayList<>();
        for (Action.Argument argument : wanted) {
            try {
                Object start = start(lease, argument.source());
                args.add(
                        argument.path().isEmpty() || start == null ? start : reflection.follow(start, argument.path()));
            } catch (NoSuchFieldException e) {
                if (!argument.optional()) {
                    throw e;
                }
            }
        }
        return args.toArray();
    }

    private static @Nullable Object start(Lease lease, Action.Source source) throws ObjectGoneException {
        switch (source) {
            case HANDLE:
                return subject(lease, Action.Subject.HANDLE);
            case KEY:
                return lease instanceof Registration ? ((Registration) lease).key() : null;
            default:
                return lease.site().rule().ttlTicks() * 100L;
        }
    }

    private static Object subject(Lease lease, Action.Subject subject) throws ObjectGoneException {
        Object found = null;
        switch (subject) {
            case HANDLE:
                found = lease.subject();
                break;
            case RECEIVER:
                found = lease instanceof Registration
                        ? ((Registration) lease).table().get()
                        : null;
                break;
            case HELD:
                found = lease.held();
                break;
        }
        if (found == null) {
            throw new ObjectGoneException();
        }
        return found;
    }

    /** The object to release was collected meanwhile: the lease is over without us. */
    static final class ObjectGoneException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
