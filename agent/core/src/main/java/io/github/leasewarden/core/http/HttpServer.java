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
 * no memory), it is started again on the same port, at most every {@value #LEAST_MILLIS_BETWEEN_STARTS} ms and
 * {@value #MOST_STARTS} times.
 */
public final class HttpServer implements AutoCloseable {
    static final int MOST_REQUEST_BYTES = 16 << 10;
    /** From connecting to the request's last byte. A JVM that stands still for a full collection must not drop who waited. */
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private static final long LEAST_MILLIS_BETWEEN_STARTS = 1_000;
    private static final int MOST_STARTS = 100;

    private final InetAddress bind;
    private final Dispatcher dispatcher;
    private final Consumer<String> tell;
    private int port;
    private boolean closed;
    private @Nullable EventLoop loop;
    private @Nullable Throwable death;

    /** @param port 0 for any free one */
    public HttpServer(InetAddress bind, int port, Dispatcher dispatcher, Consumer<String> tell) {
        this.bind = bind;
        this.port = port;
        this.dispatcher = dispatcher;
        this.tell = tell;
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
        if (loop != null) {
            loop.stop();
        }
        dispatcher.close();
        notifyAll();
    }

    private synchronized void died(Throwable error) {
        death = error;
        notifyAll();
    }

    /** The loop's threads inherit from the thread that makes them: group, daemon status, no context class loader. */
    private void keep(FirstStart first) {
        for (int starts = 0; starts < MOST_STARTS; starts++) {
            try {
                listen();
                first.listening(port);
                if (awaitDeath()) {
                    return;
                }
                Thread.sleep(LEAST_MILLIS_BETWEEN_STARTS);
            } catch (IOException | RuntimeException | Error e) {
                // any Error too: somebody waits for the first attempt, and nobody but this thread makes the next one
                if (first.failed(e)) {
                    return;
                }
                tell.accept("HTTP cannot listen on port " + port + " again (" + e + "); trying later");
                died(e);
            } catch (InterruptedException e) {
                return;
            }
        }
        tell.accept("HTTP ended too often and is not started again");
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
        EventLoop started = new EventLoop(options, new Connections(), dispatcher);
        synchronized (this) {
            loop = started;
            port = started.getPort();
            death = null; // before it starts: it may die at once
            if (closed) {
                started.stop();
            }
        }
        started.start(); // a stopped one too: its threads close what it opened
        if (Thread.currentThread().getThreadGroup() instanceof LoopThreads) {
            ((LoopThreads) Thread.currentThread().getThreadGroup()).name();
        }
    }

    /** Returns true if closed. */
    private synchronized boolean awaitDeath() throws InterruptedException {
        while (!closed && death == null) {
            wait();
        }
        if (!closed) {
            tell.accept("HTTP ended and is started again: " + death);
            if (loop != null) {
                loop.stop();
            }
        }
        return closed;
    }
}
