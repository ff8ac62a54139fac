package io.github.leasewarden.hooks;

/**
 * What sources and handlers of streams call.
 *
 * <p>The same rules as for {@link LeaseHooks} hold: it depends on {@code java.base} only, is relocated to
 * {@code java.lang.LeasewardenStreamHooks}, never throws, and counts what it suppresses. One thing differs: {@link #gated} and
 * {@link #handling} may let the caller wait, for a bounded time. Thread-safe.
 */
public final class StreamHooks {

    /** Where hook calls go: implemented once, in the isolated loader. */
    public abstract static class Sink {
        /** For the implementation. */
        protected Sink() {}

        /** A source is about to emit an item; may wait. Returns what {@link #gateLeft} wants back, or null. */
        public abstract Object gated(int point, Object source);

        /** The source's method that began with {@link #gated} ended. */
        public abstract void gateLeft(int point, Object entered);

        /** A handler is about to get an item; may wait for its turn. Returns what {@link #handled} wants back, or null. */
        public abstract Object handling(int point, Object handler);

        /**
         * The handler's method ended.
         *
         * @param thrown what it threw, or null
         * @param result what it returned, where that is an object; a pending stage ends later
         * @return what it shall throw, or null: {@code thrown} itself unless this failure is isolated
         */
        public abstract Throwable handled(int point, Object entered, Throwable thrown, Object result);

        /** How many items a stream is going to have: a number, or a collection, map or array of them. */
        public abstract void total(int point, Object value);

        /** A subscriber gets its subscription; returns what keeps count of its items, or null. */
        public abstract Object subscribed(int point, Object subscription);

        /** The subscription to give it instead, which asks for so many items at once as {@code batch} allows. */
        public abstract Object batched(Object batch, Object subscription);

        /** The subscriber got an item. */
        public abstract void received(Object batch);
    }

    private static volatile Sink sink;

    private StreamHooks() {}

    /**
     * Routes hook calls to {@code target}.
     *
     * @return false if something is installed already; the first one stays
     */
    public static synchronized boolean install(Sink target) {
        if (sink != null) {
            return false;
        }
        sink = target;
        return true;
    }

    /** Stops all hooks at once. */
    public static void uninstall() {
        sink = null;
    }

    /** Called by woven gate advice before the real call. See {@link Sink#gated}. */
    public static Object gated(int point, Object source) {
        Sink target = sink;
        if (target == null) {
            return null;
        }
        try {
            return target.gated(point, source);
        } catch (Throwable error) {
            LeaseHooks.suppress(error);
            return null;
        }
    }

    /** Called by woven gate advice after the real call. See {@link Sink#gateLeft}. */
    public static void gateLeft(int point, Object entered) {
        Sink target = sink;
        if (entered != null && target != null) {
            try {
                target.gateLeft(point, entered);
            } catch (Throwable error) {
                LeaseHooks.suppress(error);
            }
        }
    }

    /** Called by woven handler advice before the real call. See {@link Sink#handling}. */
    public static Object handling(int point, Object handler) {
        Sink target = sink;
        if (target == null) {
            return null;
        }
        try {
            return target.handling(point, handler);
        } catch (Throwable error) {
            LeaseHooks.suppress(error);
            return null;
        }
    }

    /** Called by woven handler advice after the real call. See {@link Sink#handled}. */
    public static Throwable handled(int point, Object entered, Throwable thrown, Object result) {
        Sink target = sink;
        if (entered == null || target == null) {
            return thrown;
        }
        try {
            return target.handled(point, entered, thrown, result);
        } catch (Throwable error) {
            LeaseHooks.suppress(error);
            return thrown;
        }
    }

    /** Called by woven total advice before the real call. See {@link Sink#total}. */
    public static void total(int point, Object value) {
        Sink target = sink;
        if (value != null && target != null) {
            try {
                target.total(point, value);
            } catch (Throwable error) {
                LeaseHooks.suppress(error);
            }
        }
    }

    /** Called by woven batch advice before the real call. See {@link Sink#subscribed}. */
    public static Object subscribed(int point, Object subscription) {
        Sink target = sink;
        if (subscription == null || target == null) {
            return null;
        }
        try {
            return target.subscribed(point, subscription);
        } catch (Throwable error) {
            LeaseHooks.suppress(error);
            return null;
        }
    }

    /** Called by woven batch advice before the real call. See {@link Sink#batched}. */
    public static Object batched(Object batch, Object subscription) {
        Sink target = sink;
        if (batch == null || target == null) {
            return subscription;
        }
        try {
            return target.batched(batch, subscription);
        } catch (Throwable error) {
            LeaseHooks.suppress(error);
            return subscription;
        }
    }

    /** Called by woven batch advice after the real call. See {@link Sink#received}. */
    public static void received(Object batch) {
        Sink target = sink;
        if (batch != null && target != null) {
            try {
                target.received(batch);
            } catch (Throwable error) {
                LeaseHooks.suppress(error);
            }
        }
    }
}
