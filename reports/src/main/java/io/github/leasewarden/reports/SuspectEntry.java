package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ranked cause.
 *
 * @param rank 1 is the most likely
 * @param fingerprint the same for the same cause in every run and build, see {@link Fingerprints}
 * @param type what accumulates
 * @param kind of the leases, for example {@code neo4j-session}; null when it is not about leases
 * @param rule id of the rule that made the leases; null when it is not about leases
 * @param className of the handle or the growing class; null when neither is known
 * @param holder what keeps them alive; null when unknown
 * @param open how many there are now
 * @param growthPerMinute how fast that number grows
 * @param bytes heap they take, estimated; null when unknown
 * @param frames the opening stack, the application's own frames first; empty when unknown
 * @param evidence sentences, the strongest first
 * @param confidence 0 to 1
 */
public record SuspectEntry(
        int rank,
        String fingerprint,
        SuspectType type,
        @Nullable String kind,
        @Nullable String rule,
        @Nullable String className,
        @Nullable String holder,
        long open,
        double growthPerMinute,
        @Nullable Long bytes,
        List<String> frames,
        List<String> evidence,
        double confidence) {

    public SuspectEntry {
        requireNonNull(fingerprint, "suspects.fingerprint is missing");
        requireNonNull(type, "suspects.type is missing");
        growthPerMinute = Values.finite(growthPerMinute);
        frames = Values.list(frames);
        evidence = Values.list(evidence);
        confidence = Values.confidence(confidence);
    }
}
