package io.github.leasewarden.fleet;

import java.util.List;

/**
 * Texts of observed programs, bounded before they are stored. Their contents are kept as they are: they only ever travel as parameters, and what shows
 * them makes them printable, see {@link Console}.
 */
final class Texts {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_FRAMES = 16;

    private Texts() {}

    static String name(String given) {
        return cut(given, LONGEST_NAME);
    }

    static String text(String given) {
        return cut(given, LONGEST_TEXT);
    }

    static List<String> texts(List<String> given) {
        return given.stream().limit(MOST_FRAMES).map(Texts::text).toList();
    }

    private static String cut(String given, int longest) {
        return given.length() <= longest ? given : given.substring(0, longest - 1) + "…";
    }
}
