package io.github.leasewarden.apps.scenarios.reconnect;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** OkHttp 4 and 5. */
final class OkHttp implements Client {
    private final OkHttpClient client = with(0);

    private static OkHttpClient with(long millis) {
        return new OkHttpClient.Builder()
                .connectTimeout(millis, TimeUnit.MILLISECONDS)
                .build();
    }

    @Override
    public String timeouts(URI uri) {
        return client.connectTimeoutMillis() + " for none, " + with(90_000).connectTimeoutMillis() + " for 90000, "
                + new OkHttpClient().connectTimeoutMillis() + " for unset";
    }

    @Override
    public boolean connects(URI uri) {
        CompletableFuture<Boolean> open = new CompletableFuture<>();
        WebSocket socket =
                client.newWebSocket(new Request.Builder().url(uri.toString()).build(), new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket webSocket, Response response) {
                        open.complete(true);
                    }

                    @Override
                    public void onFailure(WebSocket webSocket, Throwable failure, Response response) {
                        open.complete(false);
                    }
                });
        boolean opened = open.join();
        socket.cancel(); // fails the open socket, which is no failed connect
        return opened;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
