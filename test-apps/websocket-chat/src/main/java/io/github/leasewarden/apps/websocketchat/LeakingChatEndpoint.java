package io.github.leasewarden.apps.websocketchat;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Lets visitors in and never out: the room keeps each session and its listener after the socket is gone. */
@ServerEndpoint("/chat")
public final class LeakingChatEndpoint {
    @OnOpen
    public void onOpen(Session session) {
        ChatRoom.LOBBY.enter(session);
        ChatRoom.LOBBY.topic().addPropertyChangeListener(change -> ChatRoom.deliver(session, change.getNewValue()));
    }

    @OnMessage
    public void onMessage(String message) {
        ChatRoom.LOBBY.say(message);
    }

    @OnClose
    public void onClose() {
        ChatRoom.LOBBY.disconnected();
    }
}
