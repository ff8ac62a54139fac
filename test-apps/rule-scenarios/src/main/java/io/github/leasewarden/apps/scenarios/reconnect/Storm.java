package io.github.leasewarden.apps.scenarios.reconnect;

import io.github.leasewarden.apps.support.QuietLogging;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.server.Server;

/** Connects to a server that is not there yet, again and again without a pause, and once to the server. Argument: the library. */
public final class Storm {
    private static final long LASTS_MILLIS = 2_500;
    private static final int LEAST = 30;

    private Storm() {}

    public static void main(String[] args) throws DeploymentException, IOException {
        QuietLogging.install();
        Client client = client(args[0]);
        int port = freePort();
        URI uri = URI.create("ws://localhost:" + port + "/here");
        System.out.println("connect time-out in ms: " + client.timeouts(uri));
        int failed = client.connects(uri) ? 0 : 1; // the first takes its time, and no storm begins with it
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LASTS_MILLIS);
        while (System.nanoTime() < end || failed < LEAST) {
            failed += client.connects(uri) ? 0 : 1;
        }
        System.out.println("failed: " + failed);
        Server server = new Server("localhost", port, "/", Map.of(), Here.class);
        server.start();
        System.out.println("connected: " + client.connects(uri));
        client.close();
        server.stop();
    }

    private static Client client(String library) {
        switch (library) {
            case "jdk":
                return new JdkClient();
            case "tyrus":
                return new TyrusClient();
            case "okhttp":
                return new OkHttp();
            case "java-websocket":
                return new JavaWebSocket();
            default:
                throw new IllegalArgumentException(library);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Lets anybody in. */
    @ServerEndpoint("/here")
    public static final class Here {}
}
