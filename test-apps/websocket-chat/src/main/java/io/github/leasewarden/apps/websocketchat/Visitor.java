package io.github.leasewarden.apps.websocketchat;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client: connects, says something, waits until it hears itself, disconnects. */
@ClientEndpoint
public final class Visitor {
    private final String greeting;
    private final CountDownLatch heard = new CountDownLatch(1);

    Visitor(String greeting) {
        this.greeting = greeting;
    }

    /** Returns whether the room repeated the greeting. */
    boolean visit(WebSocketContainer container, URI chat)
            throws DeploymentException, IOException, InterruptedException {
        try (Session session = container.connectToServer(this, chat)) {
            session.getBasicRemote().sendText(greeting);
            return heard.await(5, TimeUnit.SECONDS);
        }
    }

    @OnMessage
    public void onMessage(String message) {
        if (message.equals(greeting)) {
            heard.countDown();
        }
    }
}
