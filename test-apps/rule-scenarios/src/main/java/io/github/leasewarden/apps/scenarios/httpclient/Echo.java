package io.github.leasewarden.apps.scenarios.httpclient;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with the same, and closes on "bye". */
@ServerEndpoint("/echo")
public final class Echo {
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    static int sessions() {
        return SESSIONS.get();
    }

    @OnOpen
    public void onOpen() {
        SESSIONS.incrementAndGet();
    }

    @OnMessage
    public void onMessage(Session session, String message) throws IOException {
        if (message.equals("bye")) {
            session.close();
        } else {
            session.getBasicRemote().sendText(message);
        }
    }

    @OnClose
    public void onClose() {
        SESSIONS.decrementAndGet();
    }
}
