package io.github.leasewarden.core.sampling;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * JFR's samples of objects that stay alive. JFR emits them only when a recording ends, so a second, short one is made beside the
 * stream, which must have had the event enabled for a while. Used by one thread; where JFR is missing it gives nothing.
 */
public final class OldObjects {
    /** How long samples are collected before they are looked at. */
    private static final long COLLECT_NANOS = Duration.ofSeconds(20).toNanos();
    /** Searching for chains stops the application: at most so often. In between there is a look without, at growing intervals. */
    private static final long CHAINS_NANOS = Duration.ofMinutes(10).toNanos();
    /** A cutoff is no bound: 100 ms were seen to take up to five times as long. */
    private static final int TIMES_CUTOFF = 5;

    private static final long CHAINS_UP_TO_BYTES = 512L << 20;

    private final Consumer<String> tell;
    private long since = -1;
    private long lastChains = Long.MIN_VALUE / 2;
    private long next;
    private List<OldObject> chained = List.of();

    public OldObjects(Consumer<String> tell) {
        this.tell = tell;
    }

    /**
     * @param uptimeNanos when
     * @param collectedSeconds for how long at least samples had been collected: none of what was allocated earlier need be among them
     * @param objects those that a collection has looked at and found alive
     * @param pause wall time of the search, which bounds the pause from above
     * @param work what the process computed meanwhile
     */
    public record Found(
            long uptimeNanos, double collectedSeconds, List<OldObject> objects, Duration pause, Duration work) {
        public Found {
            objects = List.copyOf(objects);
        }

        /** Without those that are younger: garbage among them has not been found yet. */
        Found allocatedBefore(long nanos) {
            double youngest = (uptimeNanos - nanos) / 1e9;
            return with(objects.stream()
                    .filter(object -> object.ageSeconds() < 0 || object.ageSeconds() >= youngest)
                    .toList());
        }

        /** With the chains that were found earlier for what was allocated at the same lines. */
        Found withChainsOf(List<OldObject> earlier) {
            return with(objects.stream()
                    .map(object -> earlier.stream()
                            .filter(object::sameAllocation)
                            .findFirst()
                            .map(object::withChainOf)
                            .orElse(object))
                    .toList());
        }

        private Found with(List<OldObject> others) {
            return new Found(uptimeNanos, collectedSeconds, others, pause, work);
        }
    }

    /**
     * The samples, if it is time for them: the first call only starts the waiting.
     *
     * @param judgedNanos what was allocated later may be garbage, see {@link HeapSampler#judgedNanos()}
     * @param liveBytes roughly the live set: in a large heap chains are not searched for
     * @param maxPause the search is cut off so that it will hardly take longer
     */
    public Optional<Found> take(long uptimeNanos, long judgedNanos, long liveBytes, Duration maxPause) {
        if (since < 0) {
            since = uptimeNanos;
            next = uptimeNanos + COLLECT_NANOS;
        }
        if (uptimeNanos < next) {
            return Optional.empty();
        }
        long collected = uptimeNanos - since;
        next = uptimeNanos + Math.min(collected, CHAINS_NANOS);
        boolean chains = liveBytes <= CHAINS_UP_TO_BYTES && uptimeNanos - lastChains >= CHAINS_NANOS;
        lastChains = chains ? uptimeNanos : lastChains;
        long cutoff = chains ? maxPause.toMillis() / TIMES_CUTOFF : 0;
        try {
            Found found = OldObjectRecording.take(cutoff, uptimeNanos, collected / 1e9)
                    .allocatedBefore(judgedNanos)
                    .withChainsOf(chained);
            if (chains) {
                chained = found.objects().stream()
                        .filter(object -> !object.chain().isEmpty())
                        .toList();
            }
            return Optional.of(found);
        } catch (IOException | RuntimeException | LinkageError unusable) {
            tell.accept("JFR's old-object samples cannot be had, so no line is hinted at: " + unusable);
            return Optional.empty();
        }
    }
}
