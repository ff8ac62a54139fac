package io.github.leasewarden.apps.demo;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

/**
 * Where customers ask about their orders. The mistake: there is no {@code @OnClose}, so the room keeps the listener of every
 * customer who has left, and with it the session.
 */
@ServerEndpoint("/chat")
public final class ChatRoom {
    /** Whoever leaves while being told something does not hear it. */
    private static final SendHandler IGNORE_FAILURE = result -> {};

    private static final PropertyChangeSupport ROOM = new PropertyChangeSupport(ChatRoom.class);

    @OnOpen
    public void onOpen(Session session) {
        PropertyChangeListener visitor = message -> tell(session, message.getNewValue());
        ROOM.addPropertyChangeListener("message", visitor);
    }

    @OnMessage
    public void onMessage(String message) {
        ROOM.firePropertyChange("message", null, message);
    }

    static int listeners() {
        return ROOM.getPropertyChangeListeners().length;
    }

    private static void tell(Session session, Object message) {
        if (session.isOpen()) {
            session.getAsyncRemote().sendText((String) message, IGNORE_FAILURE);
        }
    }
}
