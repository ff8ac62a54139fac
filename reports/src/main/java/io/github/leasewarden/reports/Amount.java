package io.github.leasewarden.reports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as a person reads them. */
public final class Amount {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Amount() {}

    /** For example {@code 18.5 MiB}; {@code unknown} for null. */
    public static String bytes(@Nullable Number bytes) {
        if (bytes == null) {
            return "unknown";
        }
        double value = bytes.doubleValue();
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(
                Locale.ROOT, unit == 0 || Math.abs(value) >= 100 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    /** For example {@code 2 h 5 min}; the two largest units. */
    public static String duration(long seconds) {
        if (seconds >= 86_400) {
            return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
        }
        if (seconds >= 3600) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds >= 60 ? seconds / 60 + " min" : seconds + " s";
    }
}
