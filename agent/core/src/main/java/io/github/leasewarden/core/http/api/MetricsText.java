package io.github.leasewarden.core.http.api;

import org.jspecify.annotations.Nullable;

/** Metrics as text, in the form a scraper asks for. */
@FunctionalInterface
public interface MetricsText {
    /** One scrape. */
    @SuppressWarnings("ArrayRecordComponent") // made once, written once, never compared
    record Rendered(String contentType, byte[] body) {}

    /**
     * One scrape; null while nothing was observed yet.
     *
     * @param accept the scraper's Accept header, or null
     */
    @Nullable
    Rendered render(@Nullable String accept);
}
