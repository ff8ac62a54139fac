package io.github.leasewarden.core.lease;

/** Times in words. */
final class Sentences {
    private Sentences() {}

    /** Ticks as "31 min", "12 s". */
    static String span(int ticks) {
        long seconds = Math.max(0, ticks) / 10;
        if (seconds >= 3 * 3600) {
            return seconds / 3600 + " h";
        }
        return seconds >= 180 ? seconds / 60 + " min" : seconds + " s";
    }
}
