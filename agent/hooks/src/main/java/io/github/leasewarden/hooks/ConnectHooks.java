package io.github.leasewarden.hooks;

/**
 * What clients call when they connect to an endpoint.
 *
 * <p>The same rules as for {@link LeaseHooks} hold: it depends on {@code java.base} only, is relocated to
 * {@code java.lang.LeasewardenConnectHooks}, never throws, and counts what it suppresses. One thing differs: {@link #connecting} may let
 * the caller wait, for a bounded time. Thread-safe.
 */
public final class ConnectHooks {

    /** Where hook calls go: implemented once, in the isolated loader. */
    public abstract static class Sink {
        /** For the implementation. */
        protected Sink() {}

        /**
         * A client is about to connect; may wait.
         *
         * @param client what connects
         * @param target the address, or what knows it
         * @return what {@link #connectLeft} wants back, or null
         */
        public abstract Object connecting(int point, Object client, Object target);

        /**
         * The method that began with {@link #connecting} ended.
         *
         * @param thrown what it threw, or null
         * @param result what it returned, where that is an object: a connection, or a stage of one. Null tells nothing
         */
        public abstract void connectLeft(int point, Object attempt, Throwable thrown, Object result);

        /** The client is connected. */
        public abstract void connected(Object client);

        /** The client could not connect, or its connection ended; the reason may be null. */
        public abstract void connectFailed(Object client, Object reason);
    }

    private static volatile Sink sink;

    private ConnectHooks() {}

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

    /** Called by woven connect advice before the real call. See {@link Sink#connecting}. */
    public static Object connecting(int point, Object client, Object target) {
        Sink to = sink;
        if (target == null || to == null) {
            return null;
        }
        try {
            return to.connecting(point, client, target);
        } catch (Throwable error) {
            LeaseHooks.suppress(error);
            return null;
        }
    }

    /** Called by woven connect advice after the real call. See {@link Sink#connectLeft}. */
    public static void connectLeft(int point, Object attempt, Throwable thrown, Object result) {
        Sink to = sink;
        if (attempt != null && to != null) {
            try {
                to.connectLeft(point, attempt, thrown, result);
            } catch (Throwable error) {
                LeaseHooks.suppress(error);
            }
        }
    }

    /** Called by woven advice of what runs once a client is connected. See {@link Sink#connected}. */
    public static void connected(Object client) {
        Sink to = sink;
        if (client != null && to != null) {
            try {
                to.connected(client);
            } catch (Throwable error) {
                LeaseHooks.suppress(error);
            }
        }
    }

    /** Called by woven advice of what runs when a client is not, or no longer, connected. See {@link Sink#connectFailed}. */
    public static void connectFailed(Object client, Object reason) {
        Sink to = sink;
        if (client != null && to != null) {
            try {
                to.connectFailed(client, reason);
            } catch (Throwable error) {
                LeaseHooks.suppress(error);
            }
        }
    }
}
