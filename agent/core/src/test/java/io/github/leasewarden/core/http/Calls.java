package io.github.leasewarden.core.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.microhttp.Header;
import org.microhttp.Request;

/** Requests as microhttp hands them over. */
final class Calls {
    private Calls() {}

    /** @param headers {@code Name: value}, besides a Host on loopback */
    static Call call(String method, String uri, String... headers) throws Problem {
        return Call.of(request(method, uri, headers));
    }

    static Request request(String method, String uri, String... headers) {
        List<Header> all = new ArrayList<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            all.add(new Header(parts[0], parts[1]));
        }
        all.add(new Header("Host", "localhost:8778"));
        return new Request(method, uri, "HTTP/1.1", all, "".getBytes(StandardCharsets.UTF_8));
    }
}
