package io.github.leasewarden.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.LeakReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the page without a browser. */
class PageTest {
    private static final Pattern INLINE = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    @Test
    void aDayOfSamplesTakesLessThan200KB() {
        int bytes = data(PageSamples.report(1000), Duration.ofHours(24)).getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(50_000, 200_000);
    }

    @Test
    void whatWasLeftOutIsSaid() {
        assertThat(data(PageSamples.report(1000), Duration.ofHours(1)))
                .contains("Of 1000 sites this page holds the first ");
        assertThat(data(PageSamples.report(3), Duration.ofHours(1))).contains("\"omitted\":[]");
    }

    @Test
    void theSitesWithMostOpenLeasesStay() {
        LeakReport report = PageData.of(PageSamples.report(1000), List.of()).report();
        assertThat(report.leases().get(0).site().frames().get(0)).isEqualTo(PageSamples.SAVE);
    }

    @Test
    void everyScriptAndStyleIsAllowedByItsHashAndNothingElseIs() throws Exception {
        Page page = Page.live();
        Matcher inline = INLINE.matcher(page.html());
        List<String> expected = new ArrayList<>();
        while (inline.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
            expected.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(expected).hasSize(3);
        assertThat(page.contentSecurityPolicy())
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*")
                .contains(expected);
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNoHandlerIsInline() {
        String html = Page.live().html();
        assertThat(html)
                .doesNotContainPattern("(src|href)=")
                .doesNotContainPattern("(?i)<[a-z][^>]*\\son[a-z]+=")
                .doesNotContain("{{");
        assertThat(html).contains("Permission is hereby granted");
    }

    @Test
    void aLivePageMayTalkToItsServerAndASavedOneToNobody() {
        assertThat(Page.live().contentSecurityPolicy()).contains("connect-src 'self'");
        assertThat(Page.withData(PageSamples.report(1), List.of()).contentSecurityPolicy())
                .contains("connect-src 'none'");
    }

    @Test
    void dataCannotEndItsOwnElement() {
        String hostile = "</script><script>alert(1)</script><!--\u2028";
        String data = data(Hostile.report(hostile), Duration.ofMinutes(1));
        assertThat(data).doesNotContain("<", ">", "&", "\u2028").contains("\\u003c/script\\u003e");
    }

    private static String data(LeakReport report, Duration length) {
        return PageData.of(report, PageSamples.history(length)).inScript();
    }
}
