package io.github.leasewarden.apps.scenarios.httpclient;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import jakarta.websocket.DeploymentException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.server.Server;

/** The JDK's WebSockets against a Tyrus server in the same process: closed by either side, aborted, used, forgotten. */
public final class Sockets {
    private static final List<WebSocket> KEPT = new ArrayList<>();

    private Sockets() {}

    public static void main(String[] args) throws DeploymentException {
        QuietLogging.install();
        Server server = new Server("localhost", -1, "/", Map.of(), Echo.class);
        server.start();
        URI uri = URI.create("ws://localhost:" + server.getPort() + "/echo");
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 4; i++) {
            forget(client, uri);
            close(client, uri);
        }
        abort(client, uri);
        closedByPeer(client, uri);
        WebSocket used = use(client, uri);
        for (int i = 0; i < 25; i++) {
            used.sendText("still here", true).join();
            Scenario.pause(200);
        }
        Scenario.await("only the used one is left", () -> Echo.sessions() == 1);
        System.out.println("still open: " + !used.isOutputClosed());
        server.stop();
    }

    static void forget(HttpClient client, URI uri) {
        KEPT.add(client.newWebSocketBuilder().buildAsync(uri, new Silent()).join());
    }

    static void close(HttpClient client, URI uri) {
        WebSocket socket =
                client.newWebSocketBuilder().buildAsync(uri, new Silent()).join();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    }

    static void abort(HttpClient client, URI uri) {
        client.newWebSocketBuilder().buildAsync(uri, new Silent()).join().abort();
    }

    static void closedByPeer(HttpClient client, URI uri) {
        WebSocket socket =
                client.newWebSocketBuilder().buildAsync(uri, new Silent()).join();
        socket.sendText("bye", true).join();
        Scenario.await("closed by the peer", socket::isInputClosed);
    }

    static WebSocket use(HttpClient client, URI uri) {
        return client.newWebSocketBuilder().buildAsync(uri, new Silent()).join();
    }

    private static final class Silent implements WebSocket.Listener {}
}
