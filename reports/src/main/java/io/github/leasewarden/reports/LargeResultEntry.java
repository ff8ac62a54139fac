package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A place that collects more rows at once than is good for the heap.
 *
 * @param rule id of the rule that saw it
 * @param fingerprint names the place, see {@link Fingerprints}
 * @param frames the asking stack, the application's own frames first; empty when no stack was captured
 * @param times how often more rows than the limit were collected
 * @param mostRows the most rows collected at once
 */
public record LargeResultEntry(String rule, String fingerprint, List<String> frames, long times, long mostRows) {
    public LargeResultEntry {
        requireNonNull(rule, "largeResults.rule is missing");
        requireNonNull(fingerprint, "largeResults.fingerprint is missing");
        frames = Values.list(frames);
    }
}
