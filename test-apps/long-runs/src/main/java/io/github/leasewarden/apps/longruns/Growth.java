package io.github.leasewarden.apps.longruns;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether a series still grows at its end. What starts late, fills up or swings does not: only the least of each quarter counts, each quarter
 * has to have more than the one before, the last step may not be much smaller than those before it, and no step may be most of the growth: that is
 * something that began once, as the agent's recording does, and not something that each round leaves behind.
 */
final class Growth {
    private static final int QUARTERS = 4;

    private Growth() {}

    /** Rounds to take before anything can be said: two for each quarter. */
    static final int LEAST = 2 * QUARTERS;

    /** The least of each quarter; empty if the series is too short to say anything. */
    static long[] quarters(long[] series) {
        if (series.length < LEAST) {
            return new long[0];
        }
        return IntStream.range(0, QUARTERS)
                .mapToLong(quarter -> Arrays.stream(
                                series, quarter * series.length / QUARTERS, (quarter + 1) * series.length / QUARTERS)
                        .min()
                        .orElseThrow())
                .toArray();
    }

    /** @param atLeast how much it has to grow from the first quarter to the last to be of interest */
    static boolean lasts(long[] series, long atLeast) {
        long[] least = quarters(series);
        if (least.length == 0 || least[3] - least[0] < atLeast) {
            return false;
        }
        boolean always = least[0] < least[1] && least[1] < least[2] && least[2] < least[3];
        boolean stops = (least[3] - least[2]) * 4 <= least[2] - least[0];
        boolean begins =
                IntStream.range(1, QUARTERS).anyMatch(i -> (least[i] - least[i - 1]) * 2 > least[3] - least[0]);
        return always && !stops && !begins;
    }
}
