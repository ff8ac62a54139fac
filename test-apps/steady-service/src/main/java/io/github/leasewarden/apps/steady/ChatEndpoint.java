package io.github.leasewarden.apps.steady;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

/** A chat room whose visitors are taken off the list when they leave. Tyrus makes one instance per visitor. */
@ServerEndpoint("/chat")
public final class ChatEndpoint {
    /** Whoever leaves while being told something does not hear it. */
    private static final SendHandler IGNORE_FAILURE = result -> {};

    private static final PropertyChangeSupport ROOM = new PropertyChangeSupport(ChatEndpoint.class);

    private PropertyChangeListener listener;

    @OnOpen
    public void onOpen(Session session) {
        listener = change -> {
            // the visitor before may be about to leave
            if (session.isOpen()) {
                session.getAsyncRemote().sendText((String) change.getNewValue(), IGNORE_FAILURE);
            }
        };
        ROOM.addPropertyChangeListener(listener);
    }

    @OnMessage
    public void onMessage(String message) {
        ROOM.firePropertyChange("message", null, message);
    }

    @OnClose
    public void onClose() {
        ROOM.removePropertyChangeListener(listener);
    }
}
