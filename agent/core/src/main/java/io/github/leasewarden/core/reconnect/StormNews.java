package io.github.leasewarden.core.reconnect;

import java.util.Locale;

/**
 * A storm began or ended.
 *
 * @param failures connects that failed in a row
 * @param spanNanos within which time they did; negative if the storm ended
 * @param reason the last failure
 */
record StormNews(String address, String rule, long failures, long spanNanos, String reason) {
    private static final double SECOND = 1e9;

    String sentence(boolean guarded) {
        if (spanNanos < 0) {
            return "reconnect storm over: connected to " + address + " after " + failures + " failures in a row";
        }
        return "reconnect storm: " + failures + " connects in a row to " + address + " failed within "
                + String.format(Locale.ROOT, "%.1f", spanNanos / SECOND) + " s (rule " + rule + ", last: " + reason
                + "); "
                + (guarded
                        ? "further ones are delayed until one succeeds"
                        : "reconnect.guard=true would delay further ones");
    }
}
