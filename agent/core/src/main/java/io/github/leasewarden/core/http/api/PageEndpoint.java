package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.reports.page.Page;
import java.nio.charset.StandardCharsets;

/** {@code GET /}: the page for a browser. It holds no data and asks for the token itself. */
final class PageEndpoint implements Endpoint {
    @Override
    public Reply answer(Call call) {
        Page page = Page.live();
        return Reply.ok("text/html; charset=utf-8", page.html().getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", page.contentSecurityPolicy());
    }
}
