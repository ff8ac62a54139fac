package io.github.leasewarden.reports.page;

import io.github.leasewarden.reports.LeakReport;
import java.util.List;

/**
 * The page in one file. Immutable.
 *
 * @param html the document; encode it as UTF-8
 * @param contentSecurityPolicy value of the header of that name for whoever serves it: only this document's own scripts and styles run, by
 *     their hash, and it may talk to nobody but its server. The document carries the same policy for when it is opened as a file
 */
public record Page(String html, String contentSecurityPolicy) {

    /**
     * The page for an agent to serve at {@code /}. It asks {@code api/memory/report} (a {@link LeakReport} as JSON) and {@code
     * api/memory/history} ({@code {"points": [HistoryPoint…]}}) every ten seconds, with a bearer token once the API answered 401.
     */
    public static Page live() {
        return PageParts.load().assemble("", "connect-src 'self'");
    }

    /**
     * The page with data inside, to mail or to keep; it needs no network and no agent.
     *
     * @param history oldest first; what is too much for one page is thinned, see {@link PageData}
     */
    public static Page withData(LeakReport report, List<HistoryPoint> history) {
        String data = "<script type=\"application/json\" id=\"data\">"
                + PageData.of(report, history).inScript() + "</script>";
        return PageParts.load().assemble(data, "connect-src 'none'");
    }
}
