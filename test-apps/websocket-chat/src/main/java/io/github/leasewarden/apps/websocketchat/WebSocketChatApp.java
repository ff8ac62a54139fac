package io.github.leasewarden.apps.websocketchat;

import io.github.leasewarden.apps.support.Load;
import io.github.leasewarden.apps.support.Options;
import io.github.leasewarden.apps.support.QuietLogging;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.server.Server;

/**
 * A chat over WebSockets, server and visitors in one process on loopback. Each request is one visitor who comes, talks and
 * goes. The room forgets nobody, unless {@code --correct}. With {@code --flap} see {@link Flapping}.
 */
public final class WebSocketChatApp {
    /** Tyrus takes 0 for its default port and -1 for any free one. */
    static final int ANY_PORT = -1;

    private WebSocketChatApp() {}

    public static void main(String[] args) throws DeploymentException, InterruptedException {
        Options options = Options.parse(args, Load.OPTIONS + " --flap");
        QuietLogging.install();
        ClientManager client = ClientManager.createClient();
        client.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
        if (options.has("--flap")) {
            Flapping.run(options, client);
        } else {
            chat(options, client);
        }
        client.shutdown();
    }

    private static void chat(Options options, ClientManager client) throws DeploymentException, InterruptedException {
        Class<?> endpoint = options.has("--correct") ? CorrectChatEndpoint.class : LeakingChatEndpoint.class;
        Server server = new Server("localhost", ANY_PORT, "/", Map.of(), endpoint);
        server.start();
        URI chat = URI.create("ws://localhost:" + server.getPort() + "/chat");

        int[] heard = {0};
        int visitors = new Load(options).run(visitor -> heard[0] += visit(client, chat, visitor));
        boolean allLeft = ChatRoom.LOBBY.awaitDisconnects(visitors);
        System.out.println("visitors: " + visitors + ", heard: " + heard[0] + ", all left: " + allLeft);
        if (!options.has("--quiet")) {
            System.out.println(
                    "sessions held: " + ChatRoom.LOBBY.sessions() + ", listeners held: " + ChatRoom.LOBBY.listeners());
        }
        server.stop();
    }

    private static int visit(WebSocketContainer client, URI chat, int visitor) {
        try {
            return new Visitor("hello from " + visitor).visit(client, chat) ? 1 : 0;
        } catch (DeploymentException | IOException | InterruptedException e) {
            System.out.println("visitor " + visitor + " failed: " + e);
            return 0;
        }
    }
}
