package io.github.leasewarden.reports.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved page, opened from disk in a real browser without a network. */
class PageInChromiumTest {
    private static Chromium chromium;

    @TempDir
    private Path dir;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void aBrowserHadNothingToComplainAbout() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    /** With {@code -Dpage.pictures=DIR} the pictures stay, to be looked at. */
    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void nothingIsWiderThanTheScreen(int width, int height, ColorScheme scheme) throws IOException {
        Page page = open(html(), width, height, scheme);
        assertThat(page.locator(".verdict .state")).hasText("Leak");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        String pictures = System.getProperty("page.pictures");
        if (pictures != null) {
            String name = (width > 600 ? "desktop-" : "phone-") + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(pictures, name))
                    .setFullPage(true));
        }
    }

    @Test
    void theLineToFixStandsFirstAndItsStackUnfolds() throws IOException {
        Page page = open(html(), 1280, 900, ColorScheme.LIGHT);
        Locator first = page.locator(".suspect").first();
        assertThat(first.locator(".where")).hasText(PageSamples.SAVE);
        assertThat(first.locator(".frames")).isHidden();
        first.getByText("Opening stack, 5 frames").click();
        assertThat(first.locator(".frames li").nth(1))
                .hasText(PageSamples.frames(0).get(1));
        assertThat(first.locator(".frames li").nth(1)).isVisible();
    }

    @Test
    void bothChartsAreDrawnWithTheirReadings() throws IOException {
        Page page = open(html(), 1280, 900, ColorScheme.LIGHT);
        assertThat(page.locator("canvas")).hasCount(2);
        assertThat(page.locator("#heap .readout")).containsText("MiB at 2026-11-23 03:07");
        assertThat(page.locator("#open .keys li").first()).containsText("OrderRepository.save:29");
        assertThat(page.locator("#open .keys li").first()).containsText("672");
        page.locator("#open .plot").hover(new Locator.HoverOptions().setPosition(70, 100));
        assertThat(page.locator("#open .keys li").first()).not().containsText("672");
    }

    @Test
    void everySectionSaysWhatTheReportSays() throws IOException {
        Page page = open(html(), 1280, 900, ColorScheme.LIGHT);
        assertThat(page.locator("#alerts")).containsText("20 of 20 connections are lent");
        assertThat(page.locator("#mistakes")).containsText("Service5.open");
        assertThat(page.locator("#pools")).containsText("neo4j.pool.max 100 → 20");
        assertThat(page.locator("#expiries tbody tr")).hasCount(8);
        page.getByText("Show all 200").click();
        assertThat(page.locator("#expiries tbody tr")).hasCount(200);
        assertThat(page.locator("#leases")).containsText("only observed");
        assertThat(page.locator("#agent")).containsText("Errors it kept from the application: 0");
    }

    @Test
    void theToggleBeatsTheSystemsChoice() throws IOException {
        Page page = open(html(), 1280, 900, ColorScheme.DARK);
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page.locator("canvas")).hasCount(2);
    }

    /** Class names, frames and sentences come from a stranger's program. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><img src=x onerror=document.title='owned'>",
                "<script>document.title='owned'</script>",
                "\"'><svg onload=document.title='owned'>",
                "javascript:document.title='owned'",
                "<!--<script>",
                "${document.title='owned'}{{data}}"
            })
    void hostileTextIsOnlyText(String text) throws IOException {
        LeakReport report = Hostile.report(text);
        Page page = open(page(report, PageSamples.history(Duration.ofHours(1))), 1280, 900, ColorScheme.LIGHT);
        assertThat(page.locator(".verdict .reason")).hasText(text);
        assertThat(page.locator("#alerts td.wide")).hasText(text);
        page.locator(".suspect summary").click();
        assertThat(page.locator(".suspect .frames li").first()).hasText(text);
        assertThat(page.locator("img, svg, main script")).hasCount(0);
        assertThat(page.title()).startsWith("Leak · ");
    }

    @Test
    void aReportWithoutAnythingStillSaysSomething() throws IOException {
        LeakReport full = PageSamples.report(0);
        LeakReport bare = new LeakReport(
                full.schemaVersion(),
                full.generatedAt(),
                full.agent(),
                full.jvm(),
                new VerdictEntry(VerdictState.NOT_ENOUGH_DATA, "No collection after warm-up yet.", 0, 0, null, 0),
                new HeapEntry(null, 1 << 28, List.of(), new NonHeapEntry(null, 0, 0, 1)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        Page page = open(page(bare, List.of()), 390, 844, ColorScheme.LIGHT);
        assertThat(page.locator(".verdict .state")).hasText("Not enough data");
        assertThat(page.locator("#heap")).containsText("Not enough collections yet");
        assertThat(page.locator("#suspects")).isHidden();
        assertThat(page.locator("#agent")).containsText("No rule has matched");
    }

    private static String page(LeakReport report, List<HistoryPoint> history) {
        return io.github.leasewarden.reports.page.Page.withData(report, history).html();
    }

    private String html() {
        return io.github.leasewarden.reports.page.Page.withData(
                        PageSamples.report(12), PageSamples.history(Duration.ofHours(24)))
                .html();
    }

    private Page open(String html, int width, int height, ColorScheme scheme) throws IOException {
        Path file = Files.writeString(dir.resolve("page.html"), html, StandardCharsets.UTF_8);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setOffline(true)
                        .setTimezoneId("UTC"));
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(file.toUri().toString());
        return page;
    }
}
