package io.github.leasewarden.core.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AgentApiTest {
    @Test
    @Timeout(20)
    void anAgentThatStallsInsideItsAnswerIsNotWaitedForForEver() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        HttpServer stalling = stalling(end);
        URI base = URI.create("http://127.0.0.1:" + stalling.getAddress().getPort());
        try {
            assertThatThrownBy(() -> new AgentApi(base, null, Duration.ofSeconds(2)).post("/api/memory/gc", "{}"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining(base.toString())
                    .hasMessageContaining("not complete");
        } finally {
            end.countDown();
            stalling.stop(0);
        }
    }

    /** An agent that stops in the middle of its answer. */
    private static HttpServer stalling(CountDownLatch end) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            await(end);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
