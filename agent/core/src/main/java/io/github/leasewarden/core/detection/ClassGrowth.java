package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Counted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class with ever more instances.
 *
 * @param instances in the newest census
 * @param bytes shallow, in the newest census
 * @param perMinute instances
 * @param grown instances since the first of the censuses
 * @param grownBytes shallow size of those, and of the arrays and JDK objects that grew in step with them
 * @param companions the latter, as words: {@code byte[] by 31 MiB}
 * @param censuses how many in a row
 * @param seconds from the first to the last of them
 * @param lastedSeconds from the second one on: it may have begun just before that
 * @param pace rate of the second half ÷ rate of the first: 1 is even, towards 0 is filling up
 * @param counted the least certain of what they counted
 * @param heldBy for a class of the JDK that stands for what a field of the application keeps: that field; null for all others
 */
public record ClassGrowth(
        String className,
        long instances,
        long bytes,
        double perMinute,
        long grown,
        double grownBytes,
        List<String> companions,
        int censuses,
        double seconds,
        double lastedSeconds,
        double pace,
        Counted counted,
        @Nullable String heldBy) {
    private static final double LEAST_OF_HEAP = 0.5;

    public ClassGrowth {
        companions = List.copyOf(companions);
    }

    /** True if none of the censuses had garbage in it. */
    boolean live() {
        return counted != Counted.ALL;
    }

    /** No line of such a class can be fixed; what counts is who holds it. */
    boolean ofTheJdk() {
        return ClassGrowthDetector.isOfTheJdk(className);
    }

    /** Whether these, and what hangs on them, are a good part of what the heap grows by. */
    boolean explains(HeapGrowth heap) {
        return bytesPerSecond() > LEAST_OF_HEAP * heap.slopeBytesPerSecond();
    }

    double bytesPerSecond() {
        return seconds <= 0 ? 0 : grownBytes / seconds;
    }

    String sentence() {
        return "Instances of " + Amounts.readable(className) + " grew over " + censuses
                + (live() ? "" : " (garbage included)")
                + " censuses within " + Amounts.seconds(seconds) + ", by " + grown + " to " + instances + " ("
                + Amounts.perMinute(perMinute) + ")."
                + (companions.isEmpty() ? "" : " In step with them grew " + String.join(", ", companions) + ".");
    }
}
