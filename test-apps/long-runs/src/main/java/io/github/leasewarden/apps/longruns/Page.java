package io.github.leasewarden.apps.longruns;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The course of a run as one HTML file without scripts: a curve for each gauge. */
final class Page {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 150;

    private Page() {}

    /** @param judged how many of the last snapshots were judged; those before are drawn grey */
    static String of(List<Snapshot> snapshots, int judged, List<String> findings) {
        StringBuilder page = new StringBuilder(
                "<!doctype html><meta charset=\"utf-8\"><title>Stability</title>"
                        + "<style>body{font:15px sans-serif;margin:2em;max-width:60em}svg{background:#f6f6f6}</style><h1>Stability</h1>");
        page.append("<p>").append(snapshots.size()).append(" rounds; the grey part is the warm-up.</p>");
        page.append(findings.isEmpty() ? "<p>Nothing grows to the end.</p>" : list(findings));
        for (String gauge : snapshots.get(0).gauges().keySet()) {
            page.append("<h2>").append(escape(gauge)).append("</h2>");
            page.append(curve(snapshots, judged, gauge));
        }
        return page.append('\n').toString();
    }

    private static String list(List<String> findings) {
        return findings.stream()
                .map(each -> "<li>" + escape(each))
                .collect(Collectors.joining("", "<ul style=\"color:#b00\">", "</ul>"));
    }

    private static String curve(List<Snapshot> snapshots, int judged, String gauge) {
        long most = Math.max(
                1,
                snapshots.stream()
                        .mapToLong(each -> each.gauges().get(gauge))
                        .max()
                        .orElse(1));
        double seconds = Math.max(1, snapshots.get(snapshots.size() - 1).seconds());
        int warm = snapshots.size() - judged;
        return String.format(
                Locale.ROOT,
                "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%s%s"
                        + "<text x=\"4\" y=\"14\" font-size=\"12\">%d</text><text x=\"%d\" y=\"%d\" font-size=\"12\" text-anchor=\"end\">%.0f s</text></svg>",
                WIDTH,
                HEIGHT,
                escape(gauge),
                line(snapshots.subList(0, Math.min(snapshots.size(), warm + 1)), gauge, most, seconds, "#999"),
                line(snapshots.subList(warm, snapshots.size()), gauge, most, seconds, "#06c"),
                most,
                WIDTH - 4,
                HEIGHT - 4,
                seconds);
    }

    private static String line(List<Snapshot> part, String gauge, long most, double seconds, String colour) {
        return part.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        each.seconds() / seconds * WIDTH,
                        HEIGHT - (double) each.gauges().get(gauge) / most * (HEIGHT - 20)))
                .collect(Collectors.joining(
                        " ", "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\" points=\"", "\"/>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
