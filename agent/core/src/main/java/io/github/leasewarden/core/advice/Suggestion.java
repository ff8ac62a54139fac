package io.github.leasewarden.core.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to change.
 *
 * @param id stable name of the kind of suggestion
 * @param weight 1 (would help a little) to 3 (do this first)
 * @param text one sentence
 * @param evidence sentences with figures
 * @param change what to change
 */
public record Suggestion(String id, int weight, String text, List<String> evidence, Change change) {
    /** Where something is changed. */
    public enum Where {
        /** A line of the application. */
        CODE,
        /** An option of this agent. */
        OPTION,
        /** A flag of the JVM. */
        JVM
    }

    /**
     * The change.
     *
     * @param at the code line, the option or the flag
     * @param from the value now, null if not known or if it is code
     * @param to the value to try, null if it is code
     */
    public record Change(
            Where where,
            String at,
            @Nullable String from,
            @Nullable String to) {
        static Change code(String line) {
            return new Change(Where.CODE, line, null, null);
        }

        static Change option(String key, @Nullable String from, String to) {
            return new Change(Where.OPTION, key, from, to);
        }

        static Change jvm(String flag, String to) {
            return new Change(Where.JVM, flag, null, to);
        }
    }

    public Suggestion {
        evidence = List.copyOf(evidence);
    }
}
