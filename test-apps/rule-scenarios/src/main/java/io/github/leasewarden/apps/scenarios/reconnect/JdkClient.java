package io.github.leasewarden.apps.scenarios.reconnect;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;

/** {@code java.net.http}. */
final class JdkClient implements Client {
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String timeouts(URI uri) {
        return "not to be seen"; // a builder does not show what it has
    }

    @Override
    public boolean connects(URI uri) {
        try {
            http.newWebSocketBuilder()
                    .buildAsync(uri, new WebSocket.Listener() {})
                    .join()
                    .abort();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    @Override
    public void close() {}
}
