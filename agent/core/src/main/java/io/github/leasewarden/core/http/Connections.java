package io.github.leasewarden.core.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.microhttp.LogEntry;
import org.microhttp.Logger;

/**
 * Keeps microhttp's connections short and few. Its log is the only place where it lets us in: an {@link IOException} thrown there closes
 * the connection concerned.
 *
 * <p>Short: one request each. Clients that go on after a reply could otherwise end the event loop with a malformed second request, which
 * microhttp 0.11 parses outside its error handling. Few: every connection takes a file descriptor of the application.
 *
 * <p>It is also where microhttp says that one of its threads ends because of an {@link IOException}, "Too many open files" for instance: it
 * catches that itself, so {@link LoopThreads} does not hear of it.
 */
final class Connections implements Logger {
    /** At once; each may hold a request of {@link HttpServer#MOST_REQUEST_BYTES}. */
    static final int MOST = 256;

    private static final Set<String> ENDED = Set.of(
            "request_timeout",
            "read_error",
            "read_close",
            "exceed_request_max_close",
            "response_ready_error",
            "write_error",
            "close_after_response");

    private static final Set<String> LOOP_ENDED = Set.of("event_loop_terminate", "sub_event_loop_terminate");

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final UnreadReplies unread = new UnreadReplies();
    private final Consumer<Throwable> loopEnded;

    Connections(Consumer<Throwable> loopEnded) {
        this.loopEnded = loopEnded;
    }

    int open() {
        return open.size();
    }

    UnreadReplies unread() {
        return unread;
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public void log(LogEntry... entries) {
        String event = value(entries, "event");
        if (event.equals("accept")) {
            if (open.size() >= MOST) {
                close("too many connections");
            }
            open.add(value(entries, "id"));
        } else if (event.equals("write_response")) {
            close("answered");
        } else if (event.equals("write")) {
            unread.written(value(entries, "id"), !value(entries, "num_bytes").equals("0"));
        } else if (ENDED.contains(event)) {
            ended(value(entries, "id"));
        }
    }

    @Override
    public void log(Exception e, LogEntry... entries) {
        String event = value(entries, "event");
        if (ENDED.contains(event)) {
            ended(value(entries, "id"));
        } else if (LOOP_ENDED.contains(event)) {
            loopEnded.accept(e);
        }
    }

    private void ended(String id) {
        open.remove(id);
        unread.ended(id);
    }

    private static String value(LogEntry[] entries, String key) {
        for (LogEntry entry : entries) {
            if (entry.key().equals(key)) {
                return entry.value();
            }
        }
        return "";
    }

    /** microhttp catches IOException around each call of its log that matters here, but the log's signature cannot say so. */
    private static void close(String why) {
        Connections.<RuntimeException>sneak(new IOException(why));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Exception> void sneak(Exception e) throws T {
        throw (T) e;
    }
}
