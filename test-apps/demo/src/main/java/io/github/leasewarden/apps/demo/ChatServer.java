package io.github.leasewarden.apps.demo;

import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.server.Server;

/** Serves the {@link ChatRoom} on a free loopback port, and is the network its customers come through. */
final class ChatServer implements AutoCloseable {
    /** Tyrus takes 0 for its default port and -1 for any free one. */
    private static final int ANY_PORT = -1;

    private final Server server = new Server("localhost", ANY_PORT, "/", Map.of(), ChatRoom.class);
    private final ClientManager clients = ClientManager.createClient();

    ChatServer() throws DeploymentException {
        server.start();
        clients.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    }

    void visit(Customer customer) throws DeploymentException, IOException, InterruptedException {
        customer.ask(clients, URI.create("ws://localhost:" + server.getPort() + "/chat"));
    }

    @Override
    public void close() {
        clients.shutdown();
        server.stop();
    }
}
