package io.github.leasewarden.core.config;

import io.github.leasewarden.core.lease.Mode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads option values. Our own because it runs in premain, where a configuration library would cost more than all the rest.
 * All methods throw IllegalArgumentException with what was expected.
 */
final class Values {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,18})\\s*([a-zA-Z]*)");

    private Values() {}

    static Duration duration(String text) {
        Matcher matcher = quantity(text, "a time such as 500ms, 60s, 30m, 12h or 7d");
        long n = Long.parseLong(matcher.group(1));
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "ms":
                return Duration.ofMillis(n);
            case "s":
                return Duration.ofSeconds(n);
            case "m":
            case "min":
                return Duration.ofMinutes(n);
            case "h":
                return Duration.ofHours(n);
            case "d":
                return Duration.ofDays(n);
            default:
                throw new IllegalArgumentException("a time such as 500ms, 60s, 30m, 12h or 7d");
        }
    }

    static long bytes(String text) {
        Matcher matcher = quantity(text, "a size such as 64MiB or 1GiB");
        long n = Long.parseLong(matcher.group(1));
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "":
            case "b":
                return n;
            case "k":
            case "kb":
            case "kib":
                return Math.multiplyExact(n, 1L << 10);
            case "m":
            case "mb":
            case "mib":
                return Math.multiplyExact(n, 1L << 20);
            case "g":
            case "gb":
            case "gib":
                return Math.multiplyExact(n, 1L << 30);
            default:
                throw new IllegalArgumentException("a size such as 64MiB or 1GiB");
        }
    }

    static long count(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("a whole number");
        }
        return Long.parseLong(text);
    }

    static double ratio(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // same answer as for a number out of range
        }
        throw new IllegalArgumentException("a share between 0 and 1, such as 0.70");
    }

    static boolean flag(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true":
            case "on":
            case "yes":
                return true;
            case "false":
            case "off":
            case "no":
                return false;
            default:
                throw new IllegalArgumentException("true or false");
        }
    }

    static Mode mode(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equalsIgnoreCase(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("observe, guard or strict");
    }

    private static Matcher quantity(String text, String expected) {
        Matcher matcher = QUANTITY.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(expected);
        }
        return matcher;
    }
}
