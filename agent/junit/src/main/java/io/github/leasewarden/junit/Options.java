package io.github.leasewarden.junit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * JUnit configuration parameters: {@code junit-platform.properties}, the build's test configuration, or system properties.
 *
 * @param failWithoutAgent {@code leasewarden.junit.without-agent}: {@code pass} (the default) or {@code fail}
 * @param drain {@code leasewarden.junit.drain}: how long a test with something open is given to release it on another thread, for
 *     example {@code 500ms}; the default is {@code 1s}, 0 to a minute
 * @param allow {@code leasewarden.junit.allow}: what may be left open everywhere, separated by commas, as in {@link NoLeaks#allow()}
 */
record Options(boolean failWithoutAgent, Duration drain, List<String> allow) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s)");

    /**
     * @param parameters by name
     * @throws IllegalArgumentException with a sentence that names the parameter
     */
    static Options read(Function<String, Optional<String>> parameters) {
        return new Options(
                failWithoutAgent(
                        parameters.apply("leasewarden.junit.without-agent").orElse("pass")),
                drain(parameters.apply("leasewarden.junit.drain").orElse("1s")),
                Stream.of(parameters.apply("leasewarden.junit.allow").orElse("").split(","))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }

    private static boolean failWithoutAgent(String value) {
        if (!value.equals("pass") && !value.equals("fail")) {
            throw new IllegalArgumentException(
                    "leasewarden.junit.without-agent is \"" + value + "\", but must be pass or fail");
        }
        return value.equals("fail");
    }

    private static Duration drain(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration drain = matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
            if (drain.compareTo(Duration.ofMinutes(1)) <= 0) {
                return drain;
            }
        }
        throw new IllegalArgumentException(
                "leasewarden.junit.drain is \"" + value + "\", but must be a time up to 60s, such as 500ms or 2s");
    }
}
