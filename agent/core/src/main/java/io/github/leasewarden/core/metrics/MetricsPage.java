package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.report.Observation;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one observation as a page of metrics. Everything is read from the observation; the only thing kept between pages is how far
 * counters have come, see {@link Counters}. Make it with the first scrape, never at the application's start. Thread-safe.
 */
public final class MetricsPage {
    /**
     * The writers themselves, not {@code ExpositionFormats}: that reads the application's {@code io.prometheus.*} properties, fails if one of
     * them is wrong, and offers a protobuf writer that is not there to every scraper that asks for it.
     */
    private final OpenMetricsTextFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();

    private final PrometheusTextFormatWriter plain = PrometheusTextFormatWriter.create();
    private final Counters counters = new Counters();
    private final int sites;

    /** @param sites how many sites get series of their own */
    public MetricsPage(int sites) {
        this.sites = sites;
    }

    /**
     * A page.
     *
     * @param contentType of {@code body}
     * @param body UTF-8
     */
    public record Page(String contentType, byte[] body) {}

    /**
     * @param accept the request's {@code Accept} header, or null; decides between Prometheus' and OpenMetrics' text format
     */
    public synchronized Page render(Observation seen, @Nullable String accept) {
        ExpositionFormatWriter writer = openMetrics.accepts(accept) ? openMetrics : plain;
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 << 10);
        try {
            writer.write(out, snapshots(seen), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page(writer.getContentType(), out.toByteArray());
    }

    /** What the page shows, for exporters that write it in another form. */
    public synchronized MetricSnapshots snapshots(Observation seen) {
        List<MetricSnapshot> all = new ArrayList<>();
        all.addAll(OriginalMetrics.of(seen));
        all.addAll(LeaseMetrics.of(seen, counters));
        all.addAll(SiteMetrics.of(seen, sites));
        all.addAll(HeapMetrics.of(seen, counters));
        all.addAll(ContainerMetrics.of(seen));
        all.addAll(PoolMetrics.of(seen));
        all.addAll(StreamMetrics.of(seen, counters));
        all.addAll(ReconnectMetrics.of(seen, counters));
        all.addAll(AgentMetrics.of(seen, counters));
        return new MetricSnapshots(all);
    }
}
