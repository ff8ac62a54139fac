package io.github.leasewarden.apps.websocketchat;

import io.github.leasewarden.apps.support.Options;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.server.Server;

/**
 * A chat server that goes away and comes back, and a visitor who wants to be there: he connects again at once, as often as it fails. His twin
 * waits in between, a quarter of a second first, twice as long each time.
 */
final class Flapping {
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final ClientManager client;
    private final boolean correct;
    private final AtomicLong failed = new AtomicLong();

    Flapping(ClientManager client, boolean correct) {
        this.client = client;
        this.correct = correct;
    }

    static void run(Options options, ClientManager client) throws DeploymentException, InterruptedException {
        Flapping flapping = new Flapping(client, options.has("--correct"));
        Server before = start(WebSocketChatApp.ANY_PORT);
        URI chat = URI.create("ws://localhost:" + before.getPort() + "/chat");
        int port = before.getPort();
        System.out.println("came before: " + flapping.visits(chat));
        before.stop();
        Thread visitor = new Thread(() -> flapping.untilBack(chat), "visitor");
        visitor.start();
        TimeUnit.SECONDS.sleep(options.number("--seconds"));
        Server after = start(port);
        visitor.join();
        System.out.println("came back: true");
        if (!options.has("--quiet")) {
            System.out.println("failed connects: " + flapping.failed);
        }
        after.stop();
    }

    private static Server start(int port) throws DeploymentException {
        Server server = new Server("localhost", port, "/", Map.of(), CorrectChatEndpoint.class);
        server.start();
        return server;
    }

    private void untilBack(URI chat) {
        long pause = FIRST_PAUSE_MILLIS;
        while (!visits(chat)) {
            failed.incrementAndGet();
            if (correct) {
                pause(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts him", e);
        }
    }

    private boolean visits(URI chat) {
        try {
            return new Visitor("hello again").visit(client, chat);
        } catch (DeploymentException | IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts him", e);
        }
    }
}
