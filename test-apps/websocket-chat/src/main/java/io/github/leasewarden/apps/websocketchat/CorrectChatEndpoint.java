package io.github.leasewarden.apps.websocketchat;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.beans.PropertyChangeListener;

/** The twin of {@link LeakingChatEndpoint} that takes a visitor's session and listener out again. One instance per visitor. */
@ServerEndpoint("/chat")
public final class CorrectChatEndpoint {
    private PropertyChangeListener listener;

    @OnOpen
    public void onOpen(Session session) {
        listener = change -> ChatRoom.deliver(session, change.getNewValue());
        ChatRoom.LOBBY.enter(session);
        ChatRoom.LOBBY.topic().addPropertyChangeListener(listener);
    }

    @OnMessage
    public void onMessage(String message) {
        ChatRoom.LOBBY.say(message);
    }

    @OnClose
    public void onClose(Session session) {
        ChatRoom.LOBBY.leave(session, listener);
        ChatRoom.LOBBY.disconnected();
    }
}
