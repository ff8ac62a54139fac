package io.github.leasewarden.core.detection;

import java.util.Locale;

/** Numbers as people say them. */
final class Amounts {
    private Amounts() {}

    static String bytes(double bytes) {
        double size = Math.abs(bytes);
        if (size < 1 << 20) {
            return String.format(Locale.ROOT, "%.0f KiB", bytes / (1 << 10));
        }
        return size < 1 << 30
                ? String.format(Locale.ROOT, size < 10 << 20 ? "%.1f MiB" : "%.0f MiB", bytes / (1 << 20))
                : String.format(Locale.ROOT, "%.1f GiB", bytes / (1 << 30));
    }

    static String bytesPerMinute(double bytesPerSecond) {
        return bytes(bytesPerSecond * 60) + " per minute";
    }

    static String seconds(double seconds) {
        if (seconds < 120) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 2 * 3600) {
            return Math.round(seconds / 60) + " min";
        }
        return seconds < 48 * 3600 ? Math.round(seconds / 3600) + " h" : Math.round(seconds / 86_400) + " days";
    }

    static String perMinute(double perMinute) {
        return perMinute >= 10
                ? Math.round(perMinute) + " more per minute"
                : String.format(Locale.ROOT, "%.1f more per minute", perMinute);
    }

    /** Class names as in source. */
    static String readable(String className) {
        return switch (className) {
            case "[B" -> "byte[]";
            case "[C" -> "char[]";
            case "[I" -> "int[]";
            case "[J" -> "long[]";
            case "[D" -> "double[]";
            case "[Ljava.lang.Object;" -> "Object[]";
            default -> className;
        };
    }
}
