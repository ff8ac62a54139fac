package io.github.leasewarden.reports.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.leasewarden.reports.ReportJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as an agent serves it, with the header that belongs to it; the API answers from a report made here. */
class LivePageInChromiumTest {
    private static Chromium chromium;

    private final io.github.leasewarden.reports.page.Page served = io.github.leasewarden.reports.page.Page.live();
    private volatile String token = "";
    private HttpServer server;
    private BrowserContext context;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Security-Policy", served.contentSecurityPolicy());
            answer(exchange, 200, served.html());
        });
        server.createContext("/api/memory/report", exchange -> api(exchange, ReportJson.write(PageSamples.report(5))));
        server.createContext(
                "/api/memory/history",
                exchange ->
                        api(exchange, ReportJson.writeRecord(new History(PageSamples.history(Duration.ofHours(1))))));
        server.start();
        context = chromium.browser().newContext();
    }

    @AfterEach
    void stop() {
        context.close();
        server.stop(0);
    }

    @Test
    void itShowsWhatTheApiAnswers() {
        Page page = open();
        assertThat(page.locator(".verdict .state")).hasText("Leak");
        assertThat(page.locator("#freshness")).containsText("Live, ");
        assertThat(page.locator("canvas")).hasCount(2);
        assertThat(page.locator("#open .keys li").first()).containsText("OrderRepository.save:29");
        assertThat(page.locator("#login")).isHidden();
    }

    @Test
    void itAsksForTheTokenAndForgetsItAfterwards() {
        token = "s3cret";
        Page page = open();
        assertThat(page.locator("#freshness")).hasText("Token needed");
        assertThat(page.locator(".verdict")).isHidden();
        page.locator("#token").fill("wrong");
        page.keyboard().press("Enter");
        assertThat(page.locator("#freshness")).hasText("This token was refused");
        page.locator("#token").fill("s3cret");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".verdict .state")).hasText("Leak");
        assertThat(page.locator("#login")).isHidden();
        page.reload();
        assertThat(page.locator("#freshness")).hasText("Token needed");
    }

    @Test
    void anAgentThatFallsSilentMakesThePageSaySo() {
        context.addInitScript("window.setInterval = (poll) => { window.poll = poll; }");
        Page page = open();
        assertThat(page.locator(".verdict .state")).hasText("Leak");
        server.stop(0);
        page.evaluate("window.poll()");
        assertThat(page.locator("#freshness")).containsText("What you see is old.");
        assertThat(page.locator(".verdict .state")).hasText("Leak");
    }

    private Page open() {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return page;
    }

    private void api(HttpExchange exchange, String json) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        boolean allowed = token.isEmpty() || ("Bearer " + token).equals(given);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        answer(exchange, allowed ? 200 : 401, allowed ? json : "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    record History(List<HistoryPoint> points) {}
}
