package io.github.leasewarden.core.http;

import io.github.leasewarden.reports.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back.
 *
 * @param headers besides content type and those every reply has
 */
@SuppressWarnings("ArrayRecordComponent") // made once, written once, never compared
public record Reply(int status, String reason, String contentType, Map<String, String> headers, byte[] body) {
    public static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A record as indented JSON. */
    public static Reply json(Object record) {
        return ok(JSON, Json.indented(record));
    }

    public static Reply ok(String contentType, byte[] body) {
        return new Reply(200, "OK", contentType, Map.of(), body);
    }

    /** The same with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, reason, contentType, more, body);
    }
}
