package io.github.leasewarden.reports.gate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A frame as a place in a source file.
 *
 * @param path from the checkout's root; from the package's root if no such file was found
 * @param line 1 is the first
 * @param found whether the file is there
 */
record SourceLine(String path, int line, boolean found) {
    /** {@code loader/module@version/com.acme.Feed$Inner.method(Feed.java:12)}, the first two parts optional. */
    private static final Pattern FRAME =
            Pattern.compile("(?:.*/)?(?<type>[^/()]+)\\.[^.()]+\\((?<file>[^:()]+):(?<line>\\d+)\\)");

    /** The first frame whose file is there, else the first that has a line at all, else null. */
    static @Nullable SourceLine of(List<String> frames, SourceRoots sources) {
        SourceLine first = null;
        for (String frame : frames) {
            SourceLine line = of(frame, sources);
            if (line != null && line.found()) {
                return line;
            }
            first = first == null ? line : first;
        }
        return first;
    }

    static @Nullable SourceLine of(String frame, SourceRoots sources) {
        Matcher matcher = FRAME.matcher(frame);
        if (!matcher.matches()) {
            return null;
        }
        String type = matcher.group("type");
        int dot = type.lastIndexOf('.');
        String inPackage = (dot < 0 ? "" : type.substring(0, dot + 1).replace('.', '/')) + matcher.group("file");
        int line = Math.max(1, number(matcher.group("line")));
        return sources.resolve(inPackage)
                .map(path -> new SourceLine(path, line, true))
                .orElse(new SourceLine(inPackage, line, false));
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
