package io.github.leasewarden.apps.corpusrunner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a program really is; one line of the corpus's {@code truth.csv}.
 *
 * @param leaks false for a control
 * @param expected verdict of a good detector at the end: {@code growing} for a leak to which there can be no second witness
 * @param culprit words, one of which must be in a suspect that names the cause; empty for a control
 * @param shape for people
 * @param mendedIn the first JDK that itself lets go of what the program forgets, where it is a control; {@link Integer#MAX_VALUE} if there is none
 */
record Truth(String program, boolean leaks, String expected, List<String> culprit, String shape, int mendedIn) {
    private static final String BEFORE = " before ";

    static List<Truth> read(Path corpus) {
        try {
            return Files.readAllLines(corpus.resolve("io/github/leasewarden/apps/corpus/truth.csv")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Truth::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Truth parse(String line) {
        String[] fields = line.split(",", 5);
        List<String> culprit = fields[2].isEmpty() ? List.of() : List.of(fields[2].split("\\|"));
        String[] expected = fields[1].split(BEFORE, 2);
        int mendedIn = expected.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(expected[1]);
        return new Truth(fields[0], !culprit.isEmpty(), expected[0], culprit, fields[4], mendedIn);
    }

    /** What it is on that JDK. */
    Truth on(int jdk) {
        return jdk < mendedIn ? this : new Truth(program, false, "steady", List.of(), shape, mendedIn);
    }
}
