package io.github.leasewarden.apps.demo;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The other end of a WebSocket: asks in the chat, sees the question appear, and disconnects as it should. */
@ClientEndpoint
public final class Customer {
    private final String question;
    private final CountDownLatch asked = new CountDownLatch(1);

    Customer(int order) {
        question = "where is order " + order + "?";
    }

    void ask(WebSocketContainer container, URI chat) throws DeploymentException, IOException, InterruptedException {
        try (Session session = container.connectToServer(this, chat)) {
            session.getBasicRemote().sendText(question);
            if (!asked.await(15, TimeUnit.SECONDS)) {
                throw new IOException("the chat did not answer in 15 s");
            }
        }
    }

    @OnMessage
    public void onMessage(String message) {
        if (message.equals(question)) {
            asked.countDown();
        }
    }
}
