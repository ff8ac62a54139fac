package io.github.leasewarden.apps.scenarios.websocket;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeSupport;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Registers three listeners for each visitor, one when they come and two when they speak, and forgets them all. */
@ServerEndpoint("/room")
public final class Room {
    private static final PropertyChangeSupport TOPIC = new PropertyChangeSupport(Room.class);
    private static final EventBus BUS = new EventBus();
    private static final AtomicInteger HEARD = new AtomicInteger();

    static int listeners() {
        return TOPIC.getPropertyChangeListeners().length;
    }

    static int subscribers() {
        HEARD.set(0);
        BUS.post("how many are you?");
        return HEARD.get();
    }

    @OnOpen
    public void onOpen(Session session) {
        TOPIC.addPropertyChangeListener(new AtomicReference<PropertyChangeEvent>()::set);
    }

    @OnMessage
    public void onMessage(Session session, String message) throws IOException {
        if (message.equals("bye")) {
            session.close();
        } else if (message.equals("hello")) {
            TOPIC.addPropertyChangeListener("topic", new AtomicReference<PropertyChangeEvent>()::set);
            BUS.register(new Subscriber());
            session.getBasicRemote().sendText("welcome");
        }
    }

    /** Listens to the bus. */
    public static final class Subscriber {
        @Subscribe
        public void on(String message) {
            HEARD.incrementAndGet();
        }
    }
}
