package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The place that opened leases.
 *
 * @param fingerprint names the place wherever else it occurs in the report, see {@link Fingerprints}
 * @param frames the opening stack, the application's own frames first; empty when no full stack was captured yet
 */
public record SiteEntry(String fingerprint, List<String> frames) {
    public SiteEntry {
        requireNonNull(fingerprint, "site.fingerprint is missing");
        frames = Values.list(frames);
    }
}
