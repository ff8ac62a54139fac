package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent releases a lease: {@code on.call(args)}, or {@code new create(with).call(args)}.
 *
 * @param create class to instantiate, or null
 * @param with its constructor's arguments
 * @param on on what to call when nothing is created
 * @param call method name; may offer alternatives for several versions: {@code release|close}
 * @param args its arguments
 * @param soft the resource stays usable: the library is only told to close it itself once it is idle
 */
public record Action(
        @Nullable String create, List<Argument> with, Subject on, String call, List<Argument> args, boolean soft)
        implements Serializable {

    /** The object the call goes to. */
    public enum Subject {
        /** The object that stands for the lease, or its alias. */
        HANDLE,
        /** What the handle is registered with. */
        RECEIVER,
        /** What the lease holds. */
        HELD
    }

    /** Where an argument comes from. */
    public enum Source {
        HANDLE,
        KEY,
        TTL_MILLIS
    }

    /**
     * One argument.
     *
     * @param source the object it starts from
     * @param path fields and {@code method()} calls to follow from there, or ""
     * @param optional left out where the library has no such field
     */
    public record Argument(Source source, String path, boolean optional) implements Serializable {

        /** Reads {@code handle}, {@code handle.field}, {@code handle.field?}, {@code key} or {@code ttlMillis}. */
        public static Argument parse(String text) {
            boolean optional = text.endsWith("?");
            String chain = optional ? text.substring(0, text.length() - 1) : text;
            int dot = chain.indexOf('.');
            String path = dot < 0 ? "" : chain.substring(dot + 1);
            if (chain.endsWith(".") || chain.contains("..")) {
                throw new IllegalArgumentException("argument \"" + text + "\" has an empty step");
            }
            switch (dot < 0 ? chain : chain.substring(0, dot)) {
                case "handle":
                    return new Argument(Source.HANDLE, path, optional);
                case "key":
                    return new Argument(Source.KEY, path, optional);
                case "ttlMillis":
                    return new Argument(Source.TTL_MILLIS, path, optional);
                default:
                    throw new IllegalArgumentException(
                            "unknown argument \"" + text + "\"; expected handle, handle.field, key or ttlMillis");
            }
        }
    }

    public Action {
        with = List.copyOf(with);
        args = List.copyOf(args);
    }
}
