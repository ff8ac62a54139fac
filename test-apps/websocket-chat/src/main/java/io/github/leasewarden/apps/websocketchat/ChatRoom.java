package io.github.leasewarden.apps.websocketchat;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The one room of the chat: who is in it, and the topic its visitors listen to. */
final class ChatRoom {
    /** Whoever leaves while being told something does not hear it. */
    private static final SendHandler IGNORE_FAILURE = result -> {};

    static final ChatRoom LOBBY = new ChatRoom();

    private final PropertyChangeSupport topic = new PropertyChangeSupport(this);
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Semaphore disconnects = new Semaphore(0);

    private ChatRoom() {}

    PropertyChangeSupport topic() {
        return topic;
    }

    void enter(Session session) {
        sessions.put(session.getId(), session);
    }

    void leave(Session session, PropertyChangeListener listener) {
        sessions.remove(session.getId());
        topic.removePropertyChangeListener(listener);
    }

    void say(String message) {
        // no old value: the same words twice are two messages
        topic.firePropertyChange("message", null, message);
    }

    static void deliver(Session session, Object message) {
        if (session.isOpen()) {
            session.getAsyncRemote().sendText((String) message, IGNORE_FAILURE);
        }
    }

    void disconnected() {
        disconnects.release();
    }

    boolean awaitDisconnects(int count) throws InterruptedException {
        return disconnects.tryAcquire(count, 10, TimeUnit.SECONDS);
    }

    int sessions() {
        return sessions.size();
    }

    int listeners() {
        return topic.getPropertyChangeListeners().length;
    }
}
