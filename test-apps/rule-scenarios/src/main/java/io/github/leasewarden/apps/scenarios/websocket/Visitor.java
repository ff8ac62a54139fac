package io.github.leasewarden.apps.scenarios.websocket;

import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client that waits for an answer, or to be sent away. */
@ClientEndpoint
public final class Visitor {
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    void awaitAnswer() throws InterruptedException {
        expect(answered, "an answer");
    }

    void awaitEnd() throws InterruptedException {
        expect(ended, "the end");
    }

    @OnMessage
    public void onMessage(String message) {
        answered.countDown();
    }

    @OnClose
    public void onClose() {
        ended.countDown();
    }

    private static void expect(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("waited in vain for " + what);
        }
    }
}
