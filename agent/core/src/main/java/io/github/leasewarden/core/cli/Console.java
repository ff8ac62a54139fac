package io.github.leasewarden.core.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a command writes.
 *
 * @param out its result, and nothing else: a pipe may read it
 * @param err why there is no result
 */
record Console(PrintWriter out, PrintWriter err) {
    /** Control characters, and those that turn the direction of writing around. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");

    /** Lines with words of an observed program in them: its class names and sentences must not steer the terminal. */
    void print(List<String> lines) {
        lines.forEach(line -> out.println(plain(line)));
    }

    static String plain(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
