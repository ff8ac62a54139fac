package io.github.leasewarden.apps.scenarios.reconnect;

import java.lang.reflect.Field;
import java.net.URI;
import java.util.Map;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ServerHandshake;

/** Java-WebSocket. */
final class JavaWebSocket implements Client {
    @Override
    public String timeouts(URI uri) {
        return new Silent(uri).timeout() + " for none, " + new Silent(uri, 90_000).timeout() + " for 90000";
    }

    @Override
    public boolean connects(URI uri) {
        Silent client = new Silent(uri);
        try {
            boolean connected = client.connectBlocking();
            client.closeBlocking();
            return connected;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {}

    private static final class Silent extends WebSocketClient {
        Silent(URI uri) {
            super(uri);
        }

        Silent(URI uri, int timeoutMillis) {
            super(uri, new Draft_6455(), Map.of(), timeoutMillis);
        }

        /** The library keeps it to itself. */
        int timeout() {
            try {
                Field field = WebSocketClient.class.getDeclaredField("connectTimeout");
                field.setAccessible(true);
                return field.getInt(this);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {}

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception error) {}
    }
}
