package io.github.leasewarden.reports;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names we give, and therefore the only names we ever delete. */
final class ReportNames {
    static final String LATEST = "latest.json";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern REPORT = Pattern.compile("leak-report-(\\d{8}T\\d{6}Z)-(\\d{1,18})\\.json");
    private static final Pattern TEMP = Pattern.compile("\\.leak-report-\\d{1,18}-\\d{1,18}\\.tmp");

    /** Oldest first: by time, then by number. */
    static final Comparator<Path> OLDEST_FIRST = Comparator.comparing(
                    (Path file) -> matched(file).group(1))
            .thenComparing(file -> Long.parseLong(matched(file).group(2)));

    private ReportNames() {}

    static String report(Instant at, long sequence) {
        return String.format(Locale.ROOT, "leak-report-%s-%04d.json", STAMP.format(at), sequence);
    }

    /** For a file that is not complete yet, whatever it will be called. */
    static String temp() {
        // Random: after a restart in a container the pid is the same again, and so would a counter be.
        long random = ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L);
        return temp(ProcessHandle.current().pid(), random);
    }

    static String temp(long pid, long number) {
        return ".leak-report-" + pid + "-" + number + ".tmp";
    }

    static boolean isReport(Path file) {
        return REPORT.matcher(name(file)).matches();
    }

    static boolean isTemp(Path file) {
        return TEMP.matcher(name(file)).matches();
    }

    private static Matcher matched(Path file) {
        Matcher matcher = REPORT.matcher(name(file));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file + " is not a report of ours");
        }
        return matcher;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
