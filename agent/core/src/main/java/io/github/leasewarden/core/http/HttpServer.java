package io.github.leasewarden.core.http;

import io.github.leasewarden.thread.AgentThread;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.microhttp.EventLoop;
import org.microhttp.Options;

/**
 * Listens. All its threads are daemons: two of the event loop, and {@link Dispatcher}'s. If the event loop dies (no file descriptors left,
 * no memory), it is started again on the same port for as long as the JVM runs: after {@value #LEAST_PAUSE_MILLIS} ms, and after twice as
 * long each time that it does not last, up to {@value #MOST_PAUSE_MILLIS} ms. It is also ended when a client does not read its reply for half
 * a minute: the few connections there are would soon be held by such clients.
 */
public final class HttpServer implements AutoCloseable {
    static final int MOST_REQUEST_BYTES = 16 << 10;
    /** From connecting to the request's last byte. A JVM that stands still for a full collection must not drop who waited. */
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    /** How often to look whether clients read their replies; see {@link UnreadReplies}. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final long LEAST_PAUSE_MILLIS = 1_000;
    private static final long MOST_PAUSE_MILLIS = 60_000;
    /** A loop that ran this long was started well. */
    private static final long LASTED_NANOS = 10_000_000_000L;

    private final InetAddress bind;
    private final Dispatcher dispatcher;
    private final Consumer<String> tell;
    private final Duration look;
    private int port;
    private boolean closed;
    private @Nullable EventLoop loop;
    private @Nullable Connections connections;
    private @Nullable Throwable death;

    /** @param port 0 for any free one */
    public HttpServer(InetAddress bind, int port, Dispatcher dispatcher, Consumer<String> tell) {
        this(bind, port, dispatcher, tell, LOOK);
    }

    HttpServer(InetAddress bind, int port, Dispatcher dispatcher, Consumer<String> tell, Duration look) {
        this.bind = bind;
        this.port = port;
        this.dispatcher = dispatcher;
        this.tell = tell;
        this.look = look;
    }

    /**
     * Returns when it listens.
     *
     * @return the port
     * @throws IOException if the port cannot be had
     */
    public int start() throws IOException {
        FirstStart first = new FirstStart();
        AgentThread keeper = new AgentThread(new LoopThreads(this::died), "http", () -> keep(first));
        try {
            keeper.start();
        } catch (OutOfMemoryError e) { // no thread can be had
            first.failed(e);
        }
        return first.await();
    }

    /** Stops listening; replies under way may be lost. */
    @Override
    public synchronized void close() {
        closed = true;
        stopLoop();
        dispatcher.close();
        notifyAll();
    }

    /** Those of the newest loop. */
    synchronized @Nullable Connections connections() {
        return connections;
    }

    private synchronized void died(Throwable error) {
        death = error;
        notifyAll();
    }

    /** The loop's threads inherit from the thread that makes them: group, daemon status, no context class loader. */
    private void keep(FirstStart first) {
        long pause = LEAST_PAUSE_MILLIS;
        while (true) {
            long start = System.nanoTime();
            try {
                listen();
                first.listening(port);
                Throwable end = awaitDeath();
                if (end == null) {
                    return;
                }
                tell.accept("HTTP ended and is started again: " + end);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | Error e) {
                // any Error too: somebody waits for the first attempt, and nobody but this thread makes the next one
                stopLoop();
                if (first.failed(e)) {
                    return;
                }
                tell.accept("HTTP cannot listen on port " + port + " again (" + e + "); trying later");
            }
            if (System.nanoTime() - start >= LASTED_NANOS) {
                pause = LEAST_PAUSE_MILLIS;
            }
            if (closedWithin(pause)) {
                return;
            }
            pause = Math.min(2 * pause, MOST_PAUSE_MILLIS);
        }
    }

    private void listen() throws IOException {
        Options options = Options.builder()
                .withHost(bind.getHostAddress())
                .withPort(port)
                .withReuseAddr(true)
                .withConcurrency(1)
                .withAcceptLength(Connections.MOST)
                .withMaxRequestSize(MOST_REQUEST_BYTES)
                .withReadBufferSize(MOST_REQUEST_BYTES)
                .withRequestTimeout(REQUEST_TIMEOUT)
                .build();
        TryRun.of(options);
        Connections fresh = new Connections(this::died);
        EventLoop next = new EventLoop(options, fresh, dispatcher);
        synchronized (this) {
            loop = next;
            connections = fresh;
            port = next.getPort();
            death = null; // before it starts: it may die at once
            if (closed) {
                next.stop();
            }
        }
        next.start(); // a stopped one too: its threads close what it opened
        if (Thread.currentThread().getThreadGroup() instanceof LoopThreads) {
            ((LoopThreads) Thread.currentThread().getThreadGroup()).name();
        }
    }

    /** Returns what ended the loop, or null if the server was closed. */
    private synchronized @Nullable Throwable awaitDeath() throws InterruptedException {
        while (!closed && death == null) {
            wait(look.toMillis());
            if (connections != null && connections.unread().look()) {
                // microhttp lets us close a connection only while it does something
                died(new IOException("a client does not read its reply"));
            }
        }
        stopLoop();
        return closed ? null : death;
    }

    private synchronized void stopLoop() {
        if (loop != null) {
            loop.stop();
        }
    }

    private synchronized boolean closedWithin(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = millis; !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            return true;
        }
        return closed;
    }
}
