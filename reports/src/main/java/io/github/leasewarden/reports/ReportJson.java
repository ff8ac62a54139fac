package io.github.leasewarden.reports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leak reports as JSON text. All methods are stateless and safe for use by many threads. */
public final class ReportJson {
    private static final String SCHEMA = "/leak-report.schema.json";

    private ReportJson() {}

    /** The report as indented JSON. */
    public static String write(LeakReport report) {
        try {
            return Mapper.INSTANCE.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always writable to memory", e);
        }
    }

    /** Any record of values as indented JSON, in the manner of a report: times as ISO texts. */
    public static String writeRecord(Record given) {
        try {
            return Mapper.INSTANCE.writeValueAsString(given);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(given.getClass() + " is not made of values", e);
        }
    }

    /**
     * Reads what {@link #writeRecord} wrote.
     *
     * @param source what to call the text in an error
     * @throws ReportFormatException with a sentence that names source and place, if the text is no such record
     */
    public static <R extends Record> R readRecord(String json, String source, Class<R> type)
            throws ReportFormatException {
        try {
            R read = Mapper.INSTANCE.readValue(json, type);
            if (read == null) {
                throw new ReportFormatException(source + " holds nothing");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw ReadErrors.at(source, e);
        }
    }

    /**
     * Writes the report as indented JSON in UTF-8 and leaves the stream open.
     *
     * <p>Encoding is left to the JDK: an obfuscated class may be named with half a surrogate pair, which Jackson's own
     * UTF-8 generator refuses. Here it becomes a question mark, and the report survives.
     */
    public static void write(LeakReport report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Mapper.INSTANCE.writeValue(writer, report);
        writer.flush();
    }

    /**
     * Reads a report. Properties this version does not know are skipped.
     *
     * @throws ReportFormatException if the file is not a report of schema version {@value LeakReport#SCHEMA_VERSION}
     * @throws IOException if the file cannot be read
     */
    public static LeakReport read(Path file) throws IOException {
        return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
    }

    /**
     * Reads a report from text.
     *
     * @param source what to call the text in an error
     * @throws ReportFormatException if the text is not a report of schema version {@value LeakReport#SCHEMA_VERSION}
     */
    public static LeakReport read(String json, String source) throws ReportFormatException {
        try {
            // First the version alone: a report from the future should fail by its version, not by its first surprise.
            requireKnownVersion(json, source);
            return Mapper.INSTANCE.readValue(json, LeakReport.class);
        } catch (JsonProcessingException e) {
            throw ReadErrors.at(source, e);
        } catch (ReportFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory has no other IO errors", e);
        }
    }

    /** The JSON Schema (2020-12) of a report. */
    public static String schema() {
        try (InputStream in = ReportJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + " is unreadable", e);
        }
    }

    private static void requireKnownVersion(String json, String source) throws IOException {
        try (JsonParser parser = Mapper.INSTANCE.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ReportFormatException(source + " is not a leak report: it is not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("schemaVersion")) {
                    refuseOther(parser.getText(), source);
                    return;
                }
                parser.skipChildren();
            }
        }
        throw new ReportFormatException(source + " is not a leak report: it has no schemaVersion");
    }

    private static void refuseOther(String version, String source) throws ReportFormatException {
        if (!version.equals(String.valueOf(LeakReport.SCHEMA_VERSION))) {
            throw new ReportFormatException(
                    source + " has schemaVersion " + version + ", but this version of Leasewarden"
                            + " reads only schemaVersion " + LeakReport.SCHEMA_VERSION
                            + "; read it with the version that wrote it",
                    true);
        }
    }

    /** Built on first use: the mapper costs more to start than the rest of this package, and premain must not pay. */
    private static final class Mapper {
        static final ObjectMapper INSTANCE = Mappers.create();
    }
}
