package io.github.leasewarden.core.snapshot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one file, made by us only: type, UTC second, process, number. What a client sends is never part of a path; it either
 * {@linkplain #parse is} such a name, or nothing.
 */
public record SnapshotId(Type type, Instant at, long pid, int number) {
    private static final Pattern FORM =
            Pattern.compile("(histogram|heap|profile)-(\\d{8}T\\d{6}Z)-(\\d{1,10})-(\\d{1,9})");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What is in the file. */
    public enum Type {
        HISTOGRAM("histogram", ".json"),
        HEAP("heap", ".hprof"),
        PROFILE("profile", ".jfr");

        private final String label;
        private final String extension;

        Type(String label, String extension) {
            this.label = label;
            this.extension = extension;
        }

        public String label() {
            return label;
        }
    }

    /** The id in a text, or nothing if the text is none. */
    public static Optional<SnapshotId> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SnapshotId(
                    Type.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                    Instant.from(SECOND.parse(form.group(2))),
                    Long.parseLong(form.group(3)),
                    Integer.parseInt(form.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<SnapshotId> ofFile(String name) {
        for (Type type : Type.values()) {
            if (name.endsWith(type.extension)) {
                return parse(name.substring(0, name.length() - type.extension.length()))
                        .filter(id -> id.type() == type);
            }
        }
        return Optional.empty();
    }

    String fileName() {
        return this + type.extension;
    }

    @Override
    public String toString() {
        return type.label + "-" + SECOND.format(at) + "-" + pid + "-" + number;
    }
}
