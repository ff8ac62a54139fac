package io.github.leasewarden.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sources of the page and how they become one document.
 *
 * @param template the document with {@code {{holes}}}
 * @param style all style sheets
 * @param chartScript uPlot
 * @param chartLicence its licence, which goes where it goes
 * @param script our own, one scope
 */
record PageParts(String template, String style, String chartScript, String chartLicence, String script) {
    private static final List<String> SCRIPTS =
            List.of("words.js", "dom.js", "history.js", "charts.js", "sections.js", "live.js", "main.js");
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

    static PageParts load() {
        String own = SCRIPTS.stream().map(PageParts::read).collect(Collectors.joining("\n"));
        return new PageParts(
                read("page.html"),
                read("uplot/uPlot.min.css") + read("page.css"),
                read("uplot/uPlot.iife.min.js"),
                read("uplot/LICENSE"),
                "(() => {\n\"use strict\";\n" + own + "})();\n");
    }

    /**
     * @param data an element that goes into the body as it is
     * @param connections the policy's directive on whom the page may talk to
     */
    Page assemble(String data, String connections) {
        String policy = "default-src 'none'; script-src " + hash(chartScript) + " " + hash(script) + "; style-src "
                + hash(style) + "; " + connections + "; base-uri 'none'; form-action 'none'";
        Map<String, String> parts = Map.of(
                "policy", policy,
                "style", style,
                "data", data,
                "scripts",
                        "<!-- uPlot:\n" + chartLicence.strip() + "\n-->\n<script>" + chartScript + "</script>\n<script>"
                                + script + "</script>");
        String html = HOLE.matcher(template)
                .replaceAll(hole -> Matcher.quoteReplacement(parts.getOrDefault(hole.group(1), hole.group())));
        // A document cannot forbid its own framing; only a header can.
        return new Page(html, policy + "; frame-ancestors 'none'");
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Line ends as a browser sees them, or the hashes would not fit. */
    private static String read(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/page/" + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("/page/" + name + " is unreadable", e);
        }
    }
}
