package io.github.leasewarden.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Any of our records as JSON, written as reports are: times as ISO texts, UTF-8. Stateless and safe for use by many threads. */
public final class Json {
    private Json() {}

    /** Indented, for people. */
    public static byte[] indented(Object value) {
        return bytes(value, true);
    }

    /** On one line, for programs and for much data. */
    public static byte[] compact(Object value) {
        return bytes(value, false);
    }

    /**
     * Reads a record.
     *
     * @param source what to call the text in an error
     * @throws ReportFormatException if the text is no such record
     */
    public static <T> T read(byte[] json, Class<T> type, String source) throws ReportFormatException {
        return read(Mapper.INSTANCE.readerFor(type), json, source);
    }

    /** The same for what people write: a property that does not exist is an error. */
    public static <T> T readStrictly(byte[] json, Class<T> type, String source) throws ReportFormatException {
        return read(
                Mapper.INSTANCE.readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), json, source);
    }

    private static <T> T read(ObjectReader reader, byte[] json, String source) throws ReportFormatException {
        try {
            T value = reader.readValue(new String(json, StandardCharsets.UTF_8));
            if (value == null) {
                throw new ReportFormatException(source + " is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw ReadErrors.at(source, e);
        }
    }

    private static byte[] bytes(Object value, boolean indent) {
        try {
            // as text first: the JDK's encoder takes half a surrogate pair, Jackson's refuses it
            String text = (indent
                            ? Mapper.INSTANCE.writer()
                            : Mapper.INSTANCE.writer().without(SerializationFeature.INDENT_OUTPUT))
                    .writeValueAsString(value);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a record is always writable to memory", e);
        }
    }

    /** Built on first use: it costs more to start than the rest of this package, and premain must not pay. */
    private static final class Mapper {
        static final ObjectMapper INSTANCE = Mappers.create();
    }
}
