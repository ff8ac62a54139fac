package io.github.leasewarden.core.snapshot;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import java.time.Instant;
import java.util.List;

/**
 * A class histogram as it is kept.
 *
 * @param live whether only reachable objects were counted
 * @param pauseMillis what it cost the application, at most
 * @param instances of all classes below
 * @param bytes shallow size of all of them
 * @param classes largest first; classes with fewer than five instances are left out
 */
public record Histogram(
        Instant at, boolean live, long pauseMillis, long instances, long bytes, List<ClassCount> classes) {
    public Histogram {
        classes = List.copyOf(classes);
    }

    public static Histogram of(ClassCensus census, Instant at) {
        return new Histogram(
                at,
                census.live(),
                census.pause().toMillis(),
                census.classes().stream().mapToLong(ClassCount::instances).sum(),
                census.classes().stream().mapToLong(ClassCount::bytes).sum(),
                census.classes());
    }
}
