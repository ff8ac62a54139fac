package io.github.leasewarden.core;

import io.github.leasewarden.core.http.api.MetricsText;
import io.github.leasewarden.core.metrics.MetricsPage;
import io.github.leasewarden.core.report.Observation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads the metrics library with the first scrape: who is never scraped never pays for it. Thread-safe. */
final class LazyMetrics implements MetricsText {
    private final Supplier<@Nullable Observation> newest;
    private final int sites;
    private @Nullable MetricsPage page;

    /** @param sites how many sites get series of their own */
    LazyMetrics(Supplier<@Nullable Observation> newest, int sites) {
        this.sites = sites;
        this.newest = newest;
    }

    /** The newest observation, not a fresh one: a scrape costs the application next to nothing. */
    @Override
    public @Nullable Rendered render(@Nullable String accept) {
        Observation seen = newest.get();
        if (seen == null) {
            return null;
        }
        MetricsPage.Page rendered = page().render(seen, accept);
        return new Rendered(rendered.contentType(), rendered.body());
    }

    private synchronized MetricsPage page() {
        MetricsPage made = page;
        if (made == null) {
            made = new MetricsPage(sites);
            page = made;
        }
        return made;
    }
}
