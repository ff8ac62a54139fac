package io.github.leasewarden.apps.scenarios.websocket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeSupport;
import java.util.concurrent.atomic.AtomicReference;

/** Does what the {@link Room} does, for too few to call it a pattern. */
@ServerEndpoint("/small")
public final class SmallRoom {
    private static final PropertyChangeSupport TOPIC = new PropertyChangeSupport(SmallRoom.class);

    static int listeners() {
        return TOPIC.getPropertyChangeListeners().length;
    }

    @OnOpen
    public void onOpen(Session session) {
        TOPIC.addPropertyChangeListener(new AtomicReference<PropertyChangeEvent>()::set);
    }

    @OnMessage
    public String onMessage(String message) {
        return "welcome";
    }
}
