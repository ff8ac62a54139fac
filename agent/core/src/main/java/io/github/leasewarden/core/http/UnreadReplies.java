package io.github.leasewarden.core.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replies that are written in part, because the client reads the rest slowly or never. microhttp limits the time for a request, not for a
 * reply. Counted in looks and not in time: a JVM that stands still is not the client's fault. Thread-safe.
 */
final class UnreadReplies {
    /** Looks without a byte that moved. */
    private static final int MOST_STILL = 6;
    /** Looks at one reply; who reads a byte now and then keeps a connection as well. */
    private static final int MOST_LOOKS = 60;

    private record Reply(int looks, int still) {
        Reply looked() {
            return new Reply(looks + 1, still + 1);
        }

        Reply moved() {
            return new Reply(looks, 0);
        }

        boolean tooLong() {
            return still >= MOST_STILL || looks >= MOST_LOOKS;
        }
    }

    private final Map<String, Reply> byConnection = new ConcurrentHashMap<>();

    /** A part was written, and more is to be. */
    void written(String connection, boolean anything) {
        byConnection.merge(connection, new Reply(0, 0), (old, fresh) -> anything ? old.moved() : old);
    }

    void ended(String connection) {
        byConnection.remove(connection);
    }

    /** To be called every few seconds. Returns whether there is one that was not read for too long. */
    boolean look() {
        byConnection.replaceAll((connection, reply) -> reply.looked());
        return byConnection.values().stream().anyMatch(Reply::tooLong);
    }
}
