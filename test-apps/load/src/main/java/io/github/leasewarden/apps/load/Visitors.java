package io.github.leasewarden.apps.load;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;
import org.glassfish.tyrus.container.grizzly.server.GrizzlyServerContainer;
import org.glassfish.tyrus.server.Server;

/** A WebSocket server on loopback and its clients, both in this JVM. */
final class Visitors implements AutoCloseable {
    /** Tyrus takes 0 for its default port and -1 for any free one. */
    private static final int ANY_PORT = -1;

    private static final int THREADS = 8;

    /** Without a limit Grizzly starts hundreds of threads for a thousand connections and lets them go again later. */
    private final Server server = new Server(
            "localhost",
            ANY_PORT,
            "/",
            Map.of(GrizzlyServerContainer.WORKER_THREAD_POOL_CONFIG, threads()),
            Room.class);

    private final ClientManager clients = ClientManager.createClient();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Session> open = new ArrayList<>();

    Visitors() throws DeploymentException {
        server.start();
        clients.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
        clients.getProperties().put(GrizzlyClientProperties.WORKER_THREAD_POOL_CONFIG, threads());
    }

    private static ThreadPoolConfig threads() {
        return ThreadPoolConfig.defaultConfig().setCorePoolSize(THREADS).setMaxPoolSize(THREADS);
    }

    void connect(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            open.add(connect());
        }
        // the client knows that it is connected a moment before the server does
        int expected = count;
        Waiting.until(
                () -> Room.connections() >= expected,
                TimeUnit.MINUTES.toNanos(1),
                () -> Room.connections() + " of " + expected + " connections are open");
    }

    Session connect() throws DeploymentException, IOException {
        return clients.connectToServer(
                new Visitor(answers), URI.create("ws://localhost:" + server.getPort() + "/room"));
    }

    /** Every visitor says something; returns when all have been answered. */
    void sayAndAwait() throws Exception {
        answers.set(0);
        for (Session each : open) {
            each.getBasicRemote().sendText("hello");
        }
        Waiting.until(
                () -> answers.get() >= open.size(),
                TimeUnit.MINUTES.toNanos(1),
                () -> answers + " of " + open.size() + " visitors were answered");
    }

    void disconnectAll() throws IOException {
        for (Session each : open) {
            each.close();
        }
        open.clear();
    }

    /** How many are connected, as the server counts them. */
    int count() {
        return Room.connections();
    }

    @Override
    public void close() {
        clients.shutdown();
        server.stop();
    }

    /** The client's end of a connection. */
    @ClientEndpoint
    public static final class Visitor {
        private final AtomicInteger answers;

        Visitor(AtomicInteger answers) {
            this.answers = answers;
        }

        @OnMessage
        public void onMessage(String message) {
            answers.incrementAndGet();
        }
    }
}
