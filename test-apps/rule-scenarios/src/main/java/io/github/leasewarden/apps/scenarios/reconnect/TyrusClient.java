package io.github.leasewarden.apps.scenarios.reconnect;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/** Tyrus. */
final class TyrusClient implements Client {
    private final ClientManager manager = ClientManager.createClient();

    TyrusClient() {
        manager.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    }

    @Override
    public String timeouts(URI uri) {
        return "30 s by itself";
    }

    @Override
    public boolean connects(URI uri) {
        try {
            manager.connectToServer(new Silent(), uri).close();
            return true;
        } catch (DeploymentException | IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        manager.shutdown();
    }

    /** Says nothing. */
    @ClientEndpoint
    public static final class Silent {}
}
