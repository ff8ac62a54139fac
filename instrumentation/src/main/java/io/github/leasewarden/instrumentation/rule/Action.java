package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent releases a lease: {@code on.call(args)}, or {@code new create(kept…).call(args)}.
 *
 * @param create class to instantiate with what the lease keeps, or null
 * @param on on what to call when nothing is created
 * @param call method name
 * @param args its arguments
 * @param soft the resource stays usable: the library is only told to close it itself once it is idle
 */
public record Action(@Nullable String create, Subject on, String call, List<Argument> args, boolean soft) implements Serializable {

    /** The object the call goes to. */
    public enum Subject {
        HANDLE,
        RECEIVER,
        KEPT
    }

    /** One argument of the call. */
    public enum Argument {
        HANDLE,
        KEY,
        TTL_MILLIS
    }

    public Action {
        args = List.copyOf(args);
    }
}
