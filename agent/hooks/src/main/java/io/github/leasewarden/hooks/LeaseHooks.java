package io.github.leasewarden.hooks;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The Leasewarden type that observed classes refer to; sources and handlers of streams have {@link StreamHooks}, clients
 * that connect have {@link ConnectHooks}.
 *
 * <p>THIS CLASS MUST DEPEND ON NOTHING BUT {@code java.base}: the built jar relocates it to {@code java.lang.LeasewardenHooks}
 * and defines it there, so that every class loader, module and class path can resolve it without an added read or export.
 *
 * <p>Every method is called from inlined advice, on an application thread, possibly under the application's locks. None throws,
 * none blocks, none allocates; what goes wrong behind them is counted in {@link #suppressed()}. While nothing is installed, or
 * after {@link #uninstall()}, each call is one volatile read. Thread-safe.
 *
 * <p>"held" is what the advice found in the injected field of the object at hand (a lease, or null when the field is empty), or the object
 * itself where no field could be injected; the sink tells these apart by type.
 *
 * <p>It is long because it is all there is: one static method a hook, and the {@link Sink} it goes to. Split up, it would be several classes
 * to define in {@code java.lang}.
 */
public final class LeaseHooks {

    /** Where hook calls go: implemented once, by the lease registry in the isolated loader. */
    public abstract static class Sink {
        /** For the registry. */
        protected Sink() {}

        /** A tracked object came to life; returns the lease to keep in its field, or null. */
        public abstract Object opened(int point, Object handle, Object owner, Object keep, Object alias);

        /** Like {@link #opened} for a handle without a field: the lease is kept in a weak map. */
        public abstract void openedElsewhere(int point, Object handle, Object owner, Object keep, Object alias);

        /** A handle was registered with a receiver; returns the receiver's table of registrations, or null. */
        public abstract Object registered(
                int point, Object table, Object receiver, Object handle, Object key, Object owner);

        /** One registration was taken back. */
        public abstract void unregistered(int point, Object table, Object receiver, Object handle, Object key);

        /** The receiver dropped all its registrations. */
        public abstract void unregisteredAll(int point, Object table, Object receiver);

        /** A resource was used by a call that does not block. */
        public abstract void used(Object held);

        /** Something was delivered to it: it is not idle, but the application did not ask for it. */
        public abstract void delivered(Object held);

        /** All registrations of a receiver were used. */
        public abstract void usedAll(Object table, Object receiver);

        /** A call on the resource begins; returns what {@link #left} wants back, or null. */
        public abstract Object entered(Object held);

        /** The call that began with {@link #entered} ended; a result that is a pending stage keeps it in flight. */
        public abstract void left(Object entered, Object result);

        /** The application begins to release the resource: from here on it is the application's business alone. */
        public abstract void released(int point, Object held);

        /** A child object that keeps its parent resource in use was handed out. */
        public abstract void derived(int point, Object held, Object parent, Object child);

        /** The resource got hold of something that must be released with it, or a stage of that. */
        public abstract void acquired(Object held, Object value);

        /** The thread starts to work for an owner; returns what {@link #scopeLeft} wants back, or null. */
        public abstract Object scopeEntered(int point, Object owner);

        /** The thread stopped working for an owner. */
        public abstract void scopeLeft(Object entered);

        /** A configuration value is read; returns the value to use instead. */
        public abstract long clamped(int point, long value);

        /** A collection, or a stage of one, was handed out. */
        public abstract void measured(int point, Object value);
    }

    private static final AtomicLong SUPPRESSED = new AtomicLong();
    private static volatile Sink sink;
    private static volatile Throwable lastSuppressed;

    private LeaseHooks() {}

    /**
     * Routes hook calls to {@code target}.
     *
     * @return false if something is installed already (the agent was attached twice); the first one stays
     */
    public static synchronized boolean install(Sink target) {
        if (sink != null) {
            return false;
        }
        sink = target;
        return true;
    }

    /** Stops all hooks at once; woven code stays and does nothing. */
    public static void uninstall() {
        sink = null;
        StreamHooks.uninstall();
        ConnectHooks.uninstall();
    }

    /** Whether hooks lead anywhere. */
    public static boolean isInstalled() {
        return sink != null;
    }

    /** How many errors hooks swallowed since start. Anything but zero is a bug of ours. */
    public static long suppressed() {
        return SUPPRESSED.get();
    }

    /** The newest swallowed error, handed out once so that it can be logged, or null. */
    public static Throwable takeLastSuppressed() {
        Throwable last = lastSuppressed;
        lastSuppressed = null;
        return last;
    }

    static void suppress(Throwable error) {
        try {
            SUPPRESSED.incrementAndGet();
            lastSuppressed = error;
        } catch (Throwable tooDeep) {
            // no stack left even for this: the application must not notice
        }
    }

    /** Called by woven open advice. See {@link Sink#opened}. */
    public static Object opened(int point, Object handle, Object owner, Object keep, Object alias) {
        Sink target = sink;
        if (target == null) {
            return null;
        }
        try {
            return target.opened(point, handle, owner, keep, alias);
        } catch (Throwable error) {
            suppress(error);
            return null;
        }
    }

    /** Called by woven open advice. See {@link Sink#openedElsewhere}. */
    public static void openedElsewhere(int point, Object handle, Object owner, Object keep, Object alias) {
        Sink target = sink;
        if (handle != null && target != null) {
            try {
                target.openedElsewhere(point, handle, owner, keep, alias);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven registration advice. See {@link Sink#registered}. */
    public static Object registered(int point, Object table, Object receiver, Object handle, Object key, Object owner) {
        Sink target = sink;
        if (target == null) {
            return table;
        }
        try {
            return target.registered(point, table, receiver, handle, key, owner);
        } catch (Throwable error) {
            suppress(error);
            return table;
        }
    }

    /** Called by woven unregistration advice. See {@link Sink#unregistered}. */
    public static void unregistered(int point, Object table, Object receiver, Object handle, Object key) {
        Sink target = sink;
        if (target != null) {
            try {
                target.unregistered(point, table, receiver, handle, key);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven unregistration advice. See {@link Sink#unregisteredAll}. */
    public static void unregisteredAll(int point, Object table, Object receiver) {
        Sink target = sink;
        if (target != null) {
            try {
                target.unregisteredAll(point, table, receiver);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven use advice. See {@link Sink#used}. */
    public static void used(Object held) {
        Sink target = sink;
        if (held != null && target != null) {
            try {
                target.used(held);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven delivery advice. See {@link Sink#delivered}. */
    public static void delivered(Object held) {
        Sink target = sink;
        if (held != null && target != null) {
            try {
                target.delivered(held);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven use advice. See {@link Sink#usedAll}. */
    public static void usedAll(Object table, Object receiver) {
        Sink target = sink;
        if (target != null) {
            try {
                target.usedAll(table, receiver);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven in-flight advice before the real call. See {@link Sink#entered}. */
    public static Object entered(Object held) {
        Sink target = sink;
        if (held == null || target == null) {
            return null;
        }
        try {
            return target.entered(held);
        } catch (Throwable error) {
            suppress(error);
            return null;
        }
    }

    /**
     * Called by woven in-flight advice after the real call. See {@link Sink#left}.
     *
     * @param self passed only so that the JIT keeps the object reachable until here (JLS 12.6.1)
     */
    public static void left(Object entered, Object result, Object self) {
        Sink target = sink;
        if (entered != null && target != null) {
            try {
                target.left(entered, result);
            } catch (Throwable error) {
                suppress(error);
            }
        }
        java.lang.ref.Reference.reachabilityFence(self);
    }

    /** Called by woven release advice before the real call. See {@link Sink#released}. */
    public static void released(int point, Object held) {
        Sink target = sink;
        if (held != null && target != null) {
            try {
                target.released(point, held);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven hold advice. See {@link Sink#acquired}. */
    public static void acquired(Object held, Object value) {
        Sink target = sink;
        if (held != null && value != null && target != null) {
            try {
                target.acquired(held, value);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven derive advice. See {@link Sink#derived}. */
    public static void derived(int point, Object held, Object parent, Object child) {
        Sink target = sink;
        if (held != null && child != null && target != null) {
            try {
                target.derived(point, held, parent, child);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven scope advice. See {@link Sink#scopeEntered}. */
    public static Object scopeEntered(int point, Object owner) {
        Sink target = sink;
        if (owner == null || target == null) {
            return null;
        }
        try {
            return target.scopeEntered(point, owner);
        } catch (Throwable error) {
            suppress(error);
            return null;
        }
    }

    /** Called by woven scope advice. See {@link Sink#scopeLeft}. */
    public static void scopeLeft(Object entered) {
        Sink target = sink;
        if (entered != null && target != null) {
            try {
                target.scopeLeft(entered);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }

    /** Called by woven clamp advice. See {@link Sink#clamped}. */
    public static long clamped(int point, long value) {
        Sink target = sink;
        if (target == null) {
            return value;
        }
        try {
            return target.clamped(point, value);
        } catch (Throwable error) {
            suppress(error);
            return value;
        }
    }

    /** Called by woven measure advice. See {@link Sink#measured}. */
    public static void measured(int point, Object value) {
        Sink target = sink;
        if (value != null && target != null) {
            try {
                target.measured(point, value);
            } catch (Throwable error) {
                suppress(error);
            }
        }
    }
}
