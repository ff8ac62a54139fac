package io.github.leasewarden.core.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be the leak. Fields as in the report's {@code suspects}.
 *
 * @param rank 1 is the likeliest
 * @param fingerprint stays equal between runs, and between versions of the code that do not touch it
 * @param kind a lease kind, or {@code class}, {@code thread}, {@code pool}
 * @param rule the rule that tracks it, or {@code class-census}, {@code thread-count}
 * @param className null where no class is known, e.g. for a pool
 * @param holder what keeps it alive, null if not known
 * @param open unreleased leases, instances, threads, or connections in use
 * @param growthPerMinute of {@code open}
 * @param bytes shallow size of what is open, null if not known
 * @param frames the application's own first; empty if not known
 * @param evidence sentences
 * @param confidence 0..1
 */
public record Suspect(
        int rank,
        String fingerprint,
        Type type,
        String kind,
        String rule,
        @Nullable String className,
        @Nullable String holder,
        long open,
        double growthPerMinute,
        @Nullable Long bytes,
        List<String> frames,
        List<String> evidence,
        double confidence) {

    /** What kind of thing is accused. */
    public enum Type {
        SITE("site"),
        CLASS("class"),
        THREAD("thread"),
        POOL("pool");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        /** As written in reports. */
        public String label() {
            return label;
        }
    }

    public Suspect {
        frames = List.copyOf(frames);
        evidence = List.copyOf(evidence);
    }

    Suspect ranked(int newRank) {
        return new Suspect(
                newRank,
                fingerprint,
                type,
                kind,
                rule,
                className,
                holder,
                open,
                growthPerMinute,
                bytes,
                frames,
                evidence,
                confidence);
    }
}
