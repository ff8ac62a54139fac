package io.github.leasewarden.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.leasewarden.core.pressure.Alerts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against real programs and a real server on loopback. */
@DisabledOnOs(OS.WINDOWS)
class ChannelsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final AlertMessage MESSAGE = new AlertMessage(AlertDeliveryTest.ALERT, AlertDeliveryTest.JVM, 2);

    @TempDir
    Path dir;

    private String script(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("hook.sh"), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    @Test
    void aCommandGetsTheAlertAsJsonAndInItsEnvironment() throws Exception {
        String command = script(
                "cat > " + dir + "/stdin; echo \"$LEASEWARDEN_ALERT_LEVEL $1 $JAVA_TOOL_OPTIONS\" > " + dir + "/seen");
        new CommandChannel(command + "  page").send(MESSAGE, LONG);
        assertThat(dir.resolve("seen")).hasContent("warn page ");
        JsonNode json = new ObjectMapper().readTree(dir.resolve("stdin").toFile());
        assertThat(json.path("text").asText()).isEqualTo("75 % \"of\" it");
        assertThat(json.path("level").asText()).isEqualTo("warn");
        assertThat(json.path("source").asText()).isEqualTo("heap");
        assertThat(json.path("evidence").asText()).isEqualTo("e.txt");
        assertThat(json.path("mainClass").asText()).isEqualTo("com.acme.Shop");
        assertThat(json.path("heldBack").asInt()).isEqualTo(2);
    }

    @Test
    void whatAnAlertSaysIsNeverPartOfACommandLine() throws Exception {
        Alerts.Alert evil = new Alerts.Alert(
                AlertDeliveryTest.ALERT.at(),
                Alerts.Level.WARN,
                AlertDeliveryTest.ALERT.source(),
                "$(touch " + dir + "/owned); touch " + dir + "/owned",
                null);
        new CommandChannel(script("cat >/dev/null")).send(new AlertMessage(evil, AlertDeliveryTest.JVM, 0), LONG);
        assertThat(dir.resolve("owned")).doesNotExist();
    }

    @Test
    void aCommandThatFailsIsAReason() throws Exception {
        assertThatThrownBy(() -> new CommandChannel(script("exit 7")).send(MESSAGE, LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("it ended with status 7");
        assertThatThrownBy(() -> new CommandChannel("/no/such/program").send(MESSAGE, LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void aCommandThatHangsIsKilledWithItsChildren() throws Exception {
        String command = script("sleep 1000 & echo $! > " + dir + "/child; wait");
        // long enough for a loaded machine to start a shell
        assertThatThrownBy(() -> new CommandChannel(command).send(MESSAGE, Duration.ofSeconds(5)))
                .hasMessageContaining("was killed");
        long child = Long.parseLong(Files.readString(dir.resolve("child")).trim());
        await().until(() -> !ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    }

    private static HttpServer server(int status, List<String> bodies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            bodies.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aWebhookIsPostedAsJson() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer server = server(204, bodies);
        try {
            new WebhookChannel("http://127.0.0.1:" + server.getAddress().getPort() + "/hook").send(MESSAGE, LONG);
        } finally {
            server.stop(0);
        }
        assertThat(bodies).singleElement().asString().startsWith("POST application/json {");
        JsonNode json = new ObjectMapper().readTree(bodies.get(0).substring("POST application/json ".length()));
        assertThat(json.path("text").asText()).isEqualTo("75 % \"of\" it");
    }

    @Test
    void anErrorOrARedirectIsAReason() throws Exception {
        for (int status : new int[] {302, 404, 500}) {
            HttpServer server = server(status, new CopyOnWriteArrayList<>());
            try {
                String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
                assertThatThrownBy(() -> new WebhookChannel(url).send(MESSAGE, LONG))
                        .isInstanceOf(IOException.class)
                        .hasMessage("it answered with status " + status);
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            assertThatThrownBy(() -> new WebhookChannel(url).send(MESSAGE, Duration.ofMillis(500)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLongTextIsCutSoThatAPipeTakesIt() {
        Alerts.Alert endless = new Alerts.Alert(
                AlertDeliveryTest.ALERT.at(),
                Alerts.Level.WARN,
                AlertDeliveryTest.ALERT.source(),
                "\u00e4".repeat(100_000),
                null);
        assertThat(new AlertMessage(endless, AlertDeliveryTest.JVM, 0).json()).hasSizeLessThan(8 << 10);
    }
}
