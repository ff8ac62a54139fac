package io.github.leasewarden.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final byte[] BODY = "hello".getBytes(StandardCharsets.UTF_8);

    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Post.Answer send(HttpHandler handler, Duration deadline, int mostAnswerBytes) throws Exception {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            handler.handle(exchange);
            exchange.close();
        });
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new Post(uri.toURL(), Map.of("X-Tenant", "a"), null, deadline, mostAnswerBytes).send(BODY);
    }

    @Test
    void anAnswerHasItsStatusItsBodyAndWhenToComeBack() throws Exception {
        Post.Answer answer = send(
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    exchange.sendResponseHeaders(503, 8);
                    exchange.getResponseBody().write("not now!".getBytes(StandardCharsets.UTF_8));
                },
                LONG,
                3);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).isEqualTo("7");
        assertThat(answer.body()).as("no more of it than asked for").asString().isEqualTo("not");
    }

    @Test
    void aServerThatWantsAPasswordDoesNotGetTheApplications() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Authenticator before = Authenticator.getDefault();
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.incrementAndGet();
                return new PasswordAuthentication("user", "secret".toCharArray());
            }
        });
        try {
            Post.Answer answer = send(
                    exchange -> {
                        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"collector\"");
                        exchange.sendResponseHeaders(401, -1);
                    },
                    LONG,
                    100);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(asked).hasValue(0);
        } finally {
            Authenticator.setDefault(before);
        }
    }

    @Test
    void aServerThatAnswersByteByByteIsGivenUpInTime() {
        CountDownLatch over = new CountDownLatch(1);
        assertThatThrownBy(() -> send(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            try {
                                while (over.getCount() > 0) {
                                    exchange.getResponseBody().write('.');
                                    exchange.getResponseBody().flush();
                                    over.await(50, TimeUnit.MILLISECONDS);
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        Duration.ofMillis(1500),
                        1 << 20))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer within 1500 ms");
        over.countDown();
    }

    @Test
    void whereNobodyListensThatIsTheReason() {
        assertThatThrownBy(
                        () -> new Post(URI.create("http://127.0.0.1:1/").toURL(), Map.of(), null, LONG, 0).send(BODY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refused");
    }
}
