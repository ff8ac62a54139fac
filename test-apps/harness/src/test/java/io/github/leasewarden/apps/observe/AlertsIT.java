package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts of a real JVM reach standard error, report, command and webhook. */
class AlertsIT {
    private static final String POOL_ALERT =
            "the pool shop.till at db://till:7687 has lent out all of its 2 connections";

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void anAlertReachesEveryoneWithEvidence(int jdk) throws Exception {
        Path inbox = Files.createDirectory(dir.resolve("inbox"));
        Path hook = Files.writeString(dir.resolve("hook.sh"), "#!/bin/sh\ncat > " + inbox + "/$$.json\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alerts", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (RunningApp app = Shop.program(
                        ShopMain.class,
                        jdk,
                        dir,
                        "alert.command=" + hook,
                        "alert.webhook=http://127.0.0.1:" + server.getAddress().getPort() + "/alerts",
                        "heap.warmup=2s",
                        "report.interval=1s")
                .args("300", "80")
                .start()) {
            Shop.await(
                    "the heap's and the pool's alert on every way",
                    () -> app.stderr().contains(POOL_ALERT)
                            && app.stderr().contains("% of the heap is in use after a collection")
                            && mentioned(posted, "heap")
                            && mentioned(posted, "pool")
                            && mentioned(filesIn(inbox), "heap")
                            && mentioned(filesIn(inbox), "pool"));
            Shop.await(
                    "a report with the alerts",
                    () -> evidenceOf("heap", app) != null && evidenceOf("pool", app) != null);
            Path evidence = app.reportDir().resolve(evidenceOf("heap", app));
            assertThat(evidence)
                    .content()
                    .contains("CLASSES")
                    .contains("THREADS")
                    .contains("ShopMain.main");
            assertThat(app.stderr())
                    .contains("evidence in " + evidence.getFileName())
                    .doesNotContain("clerk");
            AppRun run = app.terminate().await();
            run.assertNoHarm();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCommandThatHangsAndAWebhookNobodyListensToDoTheApplicationNoHarm() throws Exception {
        AppRun run = Shop.program(
                        ShopMain.class,
                        17,
                        dir,
                        "alert.command=sleep 1000",
                        "alert.webhook=http://127.0.0.1:1/nobody",
                        "report.interval=1s")
                .args("8", "80")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("160 orders, till of 2, fat\n");
    }

    private static boolean mentioned(List<String> messages, String source) {
        return messages.stream().anyMatch(message -> {
            try {
                return new ObjectMapper()
                        .readTree(message)
                        .path("source")
                        .asText()
                        .equals(source);
            } catch (IOException notWholeYet) {
                return false;
            }
        });
    }

    private static List<String> filesIn(Path inbox) {
        try (var files = Files.list(inbox)) {
            List<String> texts = new CopyOnWriteArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name of the evidence file of the first alert of a source in the newest report, or null. */
    private static String evidenceOf(String source, RunningApp app) {
        Path latest = app.reportDir().resolve("latest.json");
        try {
            JsonNode alerts = Files.exists(latest)
                    ? new ObjectMapper().readTree(latest.toFile()).path("alerts")
                    : new ObjectMapper().createArrayNode();
            return StreamSupport.stream(alerts.spliterator(), false)
                    .filter(alert -> alert.path("source").asText().equals(source))
                    .map(alert -> alert.path("evidence").textValue())
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
