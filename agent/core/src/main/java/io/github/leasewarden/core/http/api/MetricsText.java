package io.github.leasewarden.core.http.api;

import org.jspecify.annotations.Nullable;

/** Metrics as text, in the form a scraper asks for. */
@FunctionalInterface
public interface MetricsText {
    /** One scrape. */
    @SuppressWarnings("ArrayRecordComponent") // made once, written once, never compared
    record Rendered(String contentType, byte[] body) {}

    /** @param accept the scraper's Accept header, or null */
    Rendered render(@Nullable String accept);
}
