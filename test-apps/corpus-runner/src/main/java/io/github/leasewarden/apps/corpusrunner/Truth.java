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
 */
record Truth(String program, boolean leaks, String expected, List<String> culprit, String shape) {
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

    private static Truth parse(String line) {
        String[] fields = line.split(",", 5);
        List<String> culprit = fields[2].isEmpty() ? List.of() : List.of(fields[2].split("\\|"));
        return new Truth(fields[0], !culprit.isEmpty(), fields[1], culprit, fields[4]);
    }
}
