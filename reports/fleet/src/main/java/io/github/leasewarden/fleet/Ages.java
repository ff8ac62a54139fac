package io.github.leasewarden.fleet;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times back from now as people write them: {@code 90m}, {@code 12h}, {@code 7d}. */
final class Ages implements ITypeConverter<Duration> {
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Duration convert(String value) {
        Matcher age = AGE.matcher(value);
        if (!age.matches()) {
            throw new TypeConversionException("'" + value + "' is no time like 90m, 12h or 7d");
        }
        long number = Long.parseLong(age.group(1));
        switch (age.group(2)) {
            case "s":
                return Duration.ofSeconds(number);
            case "m":
                return Duration.ofMinutes(number);
            case "h":
                return Duration.ofHours(number);
            default:
                return Duration.ofDays(number);
        }
    }
}
