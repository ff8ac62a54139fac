package io.github.leasewarden.apps.steady;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.server.Server;

/** The chat room's server, its passing visitors, and one operator who stays connected all day and says nothing till the end. */
final class Chat implements AutoCloseable {
    /** Tyrus takes 0 for its default port and -1 for any free one. */
    private static final int ANY_PORT = -1;

    private final Server server = new Server("localhost", ANY_PORT, "/", Map.of(), ChatEndpoint.class);
    private final ClientManager clients = ClientManager.createClient();
    private final Visitor operator = new Visitor();
    private final Session operatorSession;

    Chat() throws DeploymentException, IOException {
        server.start();
        clients.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
        operatorSession = connect(operator);
    }

    /** Connects, says something, hears it, disconnects. */
    boolean visit(String greeting) throws DeploymentException, IOException, InterruptedException {
        Visitor visitor = new Visitor();
        try (Session session = connect(visitor)) {
            return visitor.say(session, greeting);
        }
    }

    boolean operatorIsStillConnected() throws IOException, InterruptedException {
        return operator.say(operatorSession, "good night");
    }

    @Override
    public void close() throws IOException {
        operatorSession.close();
        clients.shutdown();
        server.stop();
    }

    private Session connect(Visitor visitor) throws DeploymentException, IOException {
        return clients.connectToServer(visitor, URI.create("ws://localhost:" + server.getPort() + "/chat"));
    }

    /** The client's end of a connection. */
    @ClientEndpoint
    public static final class Visitor {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @OnMessage
        public void onMessage(String message) {
            heard.add(message);
        }

        boolean say(Session session, String words) throws IOException, InterruptedException {
            session.getBasicRemote().sendText(words);
            String message;
            do {
                message = heard.poll(5, TimeUnit.SECONDS);
            } while (message != null && !message.equals(words));
            return message != null;
        }
    }
}
