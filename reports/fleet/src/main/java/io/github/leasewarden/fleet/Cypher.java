package io.github.leasewarden.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The built-in Cypher: one file each, beside this class. */
final class Cypher {
    private Cypher() {}

    /** @param name of the file, without its ending */
    static String read(String name) {
        String file = name + ".cypher";
        try (InputStream in = Cypher.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is unreadable", e);
        }
    }

    /** The statements of a file that has several. */
    static List<String> statements(String name) {
        return Stream.of(read(name).split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
