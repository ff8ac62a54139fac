package io.github.leasewarden.fleet;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Where a command writes.
 *
 * @param out its result, and nothing else: a pipe may read it
 * @param err what went wrong, and progress
 * @param terminal whether a person looks at {@code err} while it is written
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {
    /** Control characters, and those that turn the direction of writing around. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");

    static Console ofSystem() {
        return new Console(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                System.console() != null && isTerminal());
    }

    /** Words of observed programs must not steer the terminal. */
    static String plain(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** Since JDK 22 there is a console even where there is no terminal. */
    private static boolean isTerminal() {
        return Runtime.version().feature() < 22
                || System.getenv("TERM") != null && !"dumb".equals(System.getenv("TERM"));
    }
}
