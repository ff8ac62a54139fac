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
    @Nullable Object run(Lease lease, Action action) throws ReflectiveOperationException, ObjectGoneException {
        Object target = action.create() == null ? subject(lease, action.on()) : created(lease, action.create());
        List<@Nullable Object> args = new ArrayList<>();
        for (Action.Argument argument : action.args()) {
            switch (argument) {
                case HANDLE:
                    args.add(subject(lease, Action.Subject.HANDLE));
                    break;
                case KEY:
                    args.add(lease instanceof Registration ? ((Registration) lease).key() : null);
                    break;
                case TTL_MILLIS:
                    args.add(lease.site().rule().ttlTicks() * 100L);
                    break;
            }
        }
        return reflection.call(target, action.call(), args.toArray());
    }

    private Object created(Lease lease, String className) throws ReflectiveOperationException, ObjectGoneException {
        Object keep = lease.keep();
        if (keep == null) {
            throw new ObjectGoneException();
        }
        @Nullable Object[] args = keep instanceof Object[] ? (Object[]) keep : new Object[] {keep};
        Object neighbour = args.length > 0 && args[0] != null ? args[0] : keep;
        return reflection.create(className, neighbour, args);
    }

    private static Object subject(Lease lease, Action.Subject subject) throws ObjectGoneException {
        Object found = null;
        switch (subject) {
            case HANDLE:
                found = lease.get();
                break;
            case RECEIVER:
                found = lease instanceof Registration ? ((Registration) lease).table().get() : null;
                break;
            case KEPT:
                Object keep = lease.keep();
                found = keep instanceof Object[] ? ((Object[]) keep)[0] : keep;
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
