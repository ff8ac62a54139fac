package io.github.leasewarden.core.config;

import io.github.leasewarden.core.lease.Mode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads option values. Our own because it runs in premain, where a configuration library would cost more than all the rest.
 * All methods throw IllegalArgumentException with what was expected.
 */
final class Values {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,18})\\s*([a-zA-Z]*)");

    private static final String TIME = "a time such as 500ms, 60s, 30m, 12h or 7d";
    private static final String SIZE = "a size such as 64MiB or 1GiB";

    private Values() {}

    static Duration duration(String text) {
        return Duration.ofMillis(scaled(text, TIME, Values::millisPer));
    }

    private static long millisPer(String unit) {
        switch (unit) {
            case "ms":
                return 1;
            case "s":
                return 1_000;
            case "m":
            case "min":
                return 60_000;
            case "h":
                return 3_600_000;
            case "d":
                return 86_400_000;
            default:
                return 0;
        }
    }

    static long bytes(String text) {
        return scaled(text, SIZE, Values::bytesPer);
    }

    private static long bytesPer(String unit) {
        switch (unit) {
            case "":
            case "b":
                return 1;
            case "k":
            case "kb":
            case "kib":
                return 1L << 10;
            case "m":
            case "mb":
            case "mib":
                return 1L << 20;
            case "g":
            case "gb":
            case "gib":
                return 1L << 30;
            default:
                return 0;
        }
    }

    /** A number with a unit; a factor of 0 stands for a unit nobody knows. */
    private static long scaled(String text, String expected, ToLongFunction<String> factors) {
        Matcher matcher = QUANTITY.matcher(text);
        long factor = matcher.matches() ? factors.applyAsLong(matcher.group(2).toLowerCase(Locale.ROOT)) : 0;
        if (factor == 0) {
            throw new IllegalArgumentException(expected);
        }
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), factor);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(expected, e);
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
}
