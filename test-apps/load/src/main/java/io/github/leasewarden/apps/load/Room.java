package io.github.leasewarden.apps.load;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The server's end of a connection: answers what is said and listens to the room until its visitor leaves. One instance a visitor. */
@ServerEndpoint("/room")
public final class Room {
    private static final PropertyChangeSupport TOPIC = new PropertyChangeSupport(Room.class);
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private PropertyChangeListener listener;

    /** Connections the server has open. */
    static int connections() {
        return CONNECTIONS.get();
    }

    @OnOpen
    public void onOpen(Session session) {
        listener = change -> session.getUserProperties().put("topic", change.getNewValue());
        TOPIC.addPropertyChangeListener(listener);
        CONNECTIONS.incrementAndGet();
    }

    @OnMessage
    public void onMessage(Session session, String message) throws IOException {
        session.getBasicRemote().sendText(message);
    }

    @OnClose
    public void onClose() {
        TOPIC.removePropertyChangeListener(listener);
        CONNECTIONS.decrementAndGet();
    }
}
