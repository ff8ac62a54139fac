package io.github.leasewarden.apps.scenarios.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeSupport;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A client of the programmatic API: its message handler registers a listener that nobody takes back. */
public final class Listener extends Endpoint {
    private static final PropertyChangeSupport NEWS = new PropertyChangeSupport(Listener.class);

    private final CountDownLatch answered = new CountDownLatch(1);

    static int listeners() {
        return NEWS.getPropertyChangeListeners().length;
    }

    static void comeAndGo(WebSocketContainer container, URI uri)
            throws DeploymentException, IOException, InterruptedException {
        Listener listener = new Listener();
        try (Session session = container.connectToServer(
                listener, ClientEndpointConfig.Builder.create().build(), uri)) {
            session.getBasicRemote().sendText("hello");
            if (!listener.answered.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain for an answer");
            }
        }
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(new Handler());
    }

    private final class Handler implements MessageHandler.Whole<String> {
        @Override
        public void onMessage(String message) {
            NEWS.addPropertyChangeListener(new AtomicReference<PropertyChangeEvent>()::set);
            answered.countDown();
        }
    }
}
