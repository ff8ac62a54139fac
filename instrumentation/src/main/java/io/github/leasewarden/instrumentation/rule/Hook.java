package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a library does to a lease, and where.
 *
 * @param operation what happens there
 * @param target in which classes
 * @param on in which of their methods
 * @param of the tracked object (or the receiver of registrations) that the operation is about
 * @param handle the object that stands for the lease: for OPEN, REGISTER and UNREGISTER
 * @param key what tells two registrations of one handle apart, or none
 * @param owner the object whose end should end the lease, or none; for SCOPE the owner the thread works for
 * @param keep what the lease holds strongly so that it can be released without its handle, or none
 * @param alias a second object through which the same lease is used and released, or none
 * @param child for DERIVE: the object, or a stage of it, through which the lease is used too; for ACQUIRE: what must be released with it;
 *     for MEASURE: the collection, or a stage of it, whose size is looked at; for TOTAL: what tells the number of items; for CONNECT: what
 *     knows the endpoint; for CONNECT_FAILED: why
 * @param path for CONNECT: fields and {@code method()} calls to follow from {@code child} to the endpoint, or ""
 * @param once for REGISTER: the library keeps a set, so registering again changes nothing
 * @param handedOut for OPEN: the library opened it before, on a thread of its own; here it is seen who asked for it
 * @param keepsParent for DERIVE: the child is in use as long as it is reachable, and with it its parent
 * @param inFlight for USE: the call blocks, or returns a stage that ends later; nothing may be released meanwhile
 * @param delivery for USE: the library hands something over, the application did not ask
 * @param clamp for CLAMP: which setting limits the value; for MEASURE: which setting says how much is too much; else null
 * @param handling for HANDLE, SUBSCRIBE and RECEIVE: how items are handled, else null
 */
public record Hook(
        Operation operation,
        Target target,
        List<MethodMatch> on,
        Expr of,
        Expr handle,
        Expr key,
        Expr owner,
        Expr keep,
        Expr alias,
        Expr child,
        String path,
        boolean once,
        boolean handedOut,
        boolean keepsParent,
        boolean inFlight,
        boolean delivery,
        @Nullable Clamp clamp,
        @Nullable Handling handling)
        implements Serializable {

    /** What a library does to a resource; the names are those of the JSON sections. */
    public enum Operation {
        OPEN,
        REGISTER,
        USE,
        USE_ALL,
        RELEASE,
        UNREGISTER,
        UNREGISTER_ALL,
        ACQUIRE,
        DERIVE,
        SCOPE,
        CLAMP,
        MEASURE,
        CONNECT,
        CONNECTED,
        CONNECT_FAILED,
        GATE,
        HANDLE,
        TOTAL,
        SUBSCRIBE,
        RECEIVE;

        /** Whether it is about the items of a stream instead of a lease. */
        public boolean ofStream() {
            return compareTo(GATE) >= 0;
        }
    }

    public Hook {
        on = List.copyOf(on);
    }

    /** Whether the operation cannot do its work without this hook, so that a library lacking the method switches the rule off. */
    public boolean essential() {
        switch (operation) {
            case OPEN:
                return !handedOut;
            case REGISTER:
            case CONNECT:
            case GATE:
            case HANDLE:
                return true;
            default:
                return false;
        }
    }

    /** How many parameters a method must have so that every expression finds its value. */
    public int parametersNeeded() {
        int needed = 0;
        for (Expr expr : List.of(of, handle, key, owner, keep, alias, child)) {
            needed = Math.max(needed, expr.parametersNeeded());
        }
        return needed;
    }
}
