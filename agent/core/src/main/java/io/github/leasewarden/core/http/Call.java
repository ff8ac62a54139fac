package io.github.leasewarden.core.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.microhttp.Header;
import org.microhttp.Request;

/**
 * A request as endpoints see it.
 *
 * @param path as sent, without the query; never decoded, so that {@code %2e%2e} stays what it is
 * @param query decoded parameters; the first of a name counts
 * @param headers by lower-case name; the first of a name counts
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Call(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    public Call {
        query = Collections.unmodifiableMap(query);
        headers = Collections.unmodifiableMap(headers);
    }

    static Call of(Request request) throws Problem {
        String uri = request.uri();
        int mark = uri.indexOf('?');
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.headers()) {
            headers.putIfAbsent(
                    header.name().toLowerCase(Locale.ROOT), header.value().trim());
        }
        return new Call(
                request.method(),
                mark < 0 ? uri : uri.substring(0, mark),
                mark < 0 ? Map.of() : query(uri.substring(mark + 1)),
                headers,
                request.body());
    }

    private static Map<String, String> query(String text) throws Problem {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            try {
                String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
                String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (!name.isEmpty()) {
                    query.putIfAbsent(name, value);
                }
            } catch (IllegalArgumentException e) {
                throw Problem.of(400, "the query is not percent-encoded correctly");
            }
        }
        return query;
    }

    /** A header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** A query parameter, or null. */
    public @Nullable String parameter(String name) {
        return query.get(name);
    }

    /** A number in the query. */
    public int count(String name, int absent, int least, int most) throws Problem {
        String text = query.get(name);
        if (text == null) {
            return absent;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.of(400, "parameter " + name + " is a number between " + least + " and " + most);
    }
}
