package io.github.leasewarden.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microhttp.LogEntry;

/** The server against clients that do not behave. Sockets, not a client library: libraries send only what is well-formed. */
class HttpServerTest {
    private static final String GOOD = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = server(0);
        port = server.start();
    }

    private HttpServer server(int wanted) throws IOException {
        Router router = new Router()
                .get("/health", call -> Reply.ok("text/plain", "well".getBytes(StandardCharsets.UTF_8)), "a", "b")
                .get("/large", call -> Reply.ok("text/plain", new byte[4 << 20]))
                .get("/broken", call -> {
                    throw new IllegalStateException("broken");
                })
                .post("/slow", Router.Lane.SLOW, call -> {
                    try {
                        slowMayEnd.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Reply.ok("text/plain", new byte[0]);
                });
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        Dispatcher dispatcher = new Dispatcher(new Guard(loopback, null), router, told::add);
        return new HttpServer(loopback, wanted, dispatcher, told::add, LOOK);
    }

    @AfterEach
    void stop() {
        slowMayEnd.countDown();
        server.close();
    }

    @Test
    void anAnswerIsWholeAndEndsTheConnection() throws IOException {
        assertThat(send(GOOD))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Connection: close\r\n", "X-Content-Type-Options: nosniff\r\n", "Cache-Control: no-store\r\n")
                .endsWith("\r\n\r\nwell");
    }

    @Test
    void aLargeAnswerArrivesWhole() throws IOException {
        assertThat(send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")).hasSizeGreaterThan(4 << 20);
    }

    @Test
    void aMalformedSecondRequestDoesNotEndTheServer() throws IOException {
        assertThat(send(GOOD + "GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(send(GOOD + "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(send(GOOD)).startsWith("HTTP/1.1 200");
        assertThat(told).isEmpty();
    }

    @Test
    void tenThousandMalformedRequestsCauseNoErrorOfOurs() throws IOException {
        SplittableRandom random = new SplittableRandom(27);
        send(GOOD);
        for (int i = 0; i < 10_000; i++) {
            String request = mutated(random);
            assertThat(send(request)).as(request).doesNotContainPattern("^HTTP/1\\.. 5");
        }
        assertThat(send(GOOD)).startsWith("HTTP/1.1 200");
        assertThat(told).isEmpty();
        assertThat(threads()).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void halfSentRequestsDoNotKeepOthersFromAnAnswer() throws IOException {
        List<Socket> half = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                socket.getOutputStream().write("GET /health HTTP/1.1\r\nHos".getBytes(StandardCharsets.US_ASCII));
                half.add(socket);
            }
            long start = System.nanoTime();
            assertThat(send(GOOD)).startsWith("HTTP/1.1 200");
            System.out.printf(
                    "beside 200 half-sent requests: answered in %.1f ms%n", (System.nanoTime() - start) / 1e6);
            for (Socket socket : half) {
                socket.setSoTimeout(60_000);
                assertThat(socket.getInputStream().read())
                        .as("dropped after the time-out")
                        .isEqualTo(-1);
            }
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }

    @Test
    void connectionsAreBounded() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < Connections.MOST + 20; i++) {
                idle.add(new Socket("127.0.0.1", port));
            }
            // the last ones are closed at once, or at the latest when the time-out closes the first ones
            Socket last = idle.get(idle.size() - 1);
            last.setSoTimeout(60_000);
            assertThat(last.getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(send(GOOD)).startsWith("HTTP/1.1 200"));
    }

    @Test
    void whatIsTooLargeIsDropped() throws IOException {
        assertThat(send("GET /" + "x".repeat(HttpServer.MOST_REQUEST_BYTES * 2) + " HTTP/1.1\r\n"))
                .isEmpty();
    }

    @Test
    void anEndpointThatThrowsIsToldAndTheServerGoesOn() throws IOException {
        assertThat(send("GET /broken HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 500");
        assertThat(told).singleElement().asString().contains("/broken", "IllegalStateException");
        assertThat(send(GOOD)).startsWith("HTTP/1.1 200");
    }

    @Test
    void slowActionsAreRefusedWhenTooManyAndNeverHoldUpQuickOnes() throws Exception {
        List<Thread> clients = new ArrayList<>();
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 50; i++) {
            Thread client = new Thread(() -> {
                try {
                    answers.add(send("POST /slow HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                } catch (IOException e) {
                    answers.add(e.toString());
                }
            });
            client.start();
            clients.add(client);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> answers.size() >= 48);
        assertThat(answers).allMatch(answer -> answer.startsWith("HTTP/1.1 429") && answer.contains("Retry-After: "));
        assertThat(send(GOOD)).startsWith("HTTP/1.1 200");
        slowMayEnd.countDown();
        for (Thread client : clients) {
            client.join();
        }
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 200"))
                .hasSize(2);
    }

    /** Like an address that this JVM has no protocol for: no IOException. */
    @Test
    @Timeout(60)
    void whatCannotBeAnAddressFailsInsteadOfBlocking() throws IOException {
        try (HttpServer impossible = server(70_000)) {
            assertThatThrownBy(impossible::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port out of range");
        }
    }

    /** What microhttp says when accept fails; nothing else would hear of it. */
    @Test
    void whenItsLoopEndsWhileThePortIsTakenItAnswersOnceThePortIsFree() throws IOException {
        Objects.requireNonNull(server.connections())
                .log(new IOException("Too many open files"), new LogEntry("event", "event_loop_terminate"));
        await().until(() -> told.stream().anyMatch(line -> line.contains("Too many open files")));
        try (ServerSocket other = await().pollInterval(Duration.ofMillis(10)).until(this::takePort, Objects::nonNull)) {
            assertThat(other.isBound()).isTrue();
            await().until(() -> told.stream().anyMatch(line -> line.contains("again (")));
        }
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
    }

    /** Each failing attempt cost the application descriptors that were never closed. */
    @Test
    void attemptsThatFailLeaveNothingOpen() throws IOException {
        UnixOperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        send(GOOD);
        long before = system.getOpenFileDescriptorCount();
        for (int i = 0; i < 20; i++) {
            try (HttpServer second = server(port)) {
                assertThatThrownBy(second::start).isInstanceOf(IOException.class);
            }
        }
        assertThat(system.getOpenFileDescriptorCount()).isLessThan(before + 20);
    }

    @Test
    void clientsThatNeverReadTheirReplyAreDroppedAndOthersAnswered() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(1024);
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                socket.getOutputStream()
                        .write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                silent.add(socket);
            }
            Connections held = Objects.requireNonNull(server.connections());
            await().until(() -> held.open() == 3);
            await().atMost(Duration.ofSeconds(60)).until(() -> server.connections() != held && answers());
            assertThat(Objects.requireNonNull(server.connections()).open()).isZero();
            assertThat(told).singleElement().asString().contains("does not read its reply");
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void itsThreadsAreDaemonsWithOurName() throws IOException {
        send(GOOD);
        assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.equals("event-loop") || name.equals("connection-event-loop"));
    }

    /** Null while another has it. */
    private ServerSocket takePort() {
        try {
            return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            return null;
        }
    }

    private boolean answers() {
        try {
            return send(GOOD).startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("leasewarden-http"))
                .toList();
    }

    private static String mutated(SplittableRandom random) {
        String[] seeds = {
            GOOD,
            "POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc",
            "POST /none HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "GET /health?a=%41&b=c HTTP/1.0\r\nHost: [::1]:1\r\nAuthorization: Bearer x\r\n\r\n",
        };
        String seed = seeds[random.nextInt(seeds.length)].replace("/slow", "/none");
        StringBuilder text = new StringBuilder(seed);
        for (int i = random.nextInt(1, 8); i > 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, (char) random.nextInt(256));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    /** Sends, says that nothing more will come, and reads until the server closes. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (IOException closedAlready) {
                // the server may refuse before it has read all
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException reset) {
            // a connection with unread input is reset, not closed
            if (!String.valueOf(reset.getMessage()).contains("reset")) {
                throw reset;
            }
        }
        return answer.toString();
    }
}
