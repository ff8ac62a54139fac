package io.github.leasewarden.core.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. A loopback port is open to every program and every browser on the machine; so a browser must not be led here by a foreign
 * page (Origin), nor by a foreign name that resolves to 127.0.0.1 (Host). Immutable.
 */
public final class Guard {
    /** The same for everybody, and no data; a browser has no way to send a token when it opens a page. */
    private static final Set<String> PUBLIC = Set.of("/", "/openapi.json", "/leak-report.schema.json");

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopback;
    private final @Nullable Token token;

    /**
     * @param bind where the server listens
     * @param token what clients must present, or null for nothing
     * @throws IllegalArgumentException if others than this machine could ask without a token
     */
    public Guard(InetAddress bind, @Nullable Token token) {
        this.loopback = bind.isLoopbackAddress();
        this.token = token;
        if (!loopback && token == null) {
            throw new IllegalArgumentException(
                    "http.bind=" + bind.getHostAddress() + " lets other machines in; that needs http.token-file");
        }
    }

    /** @throws Problem 400, 401 or 403 */
    void check(Call call) throws Problem {
        String host = call.header("host");
        if (host == null) {
            throw Problem.of(400, "the Host header is missing");
        }
        // on another address the token decides: no browser sends it by itself, whatever name it was led here by
        if (loopback && !LOOPBACK_NAMES.contains(withoutPort(host.toLowerCase(Locale.ROOT)))) {
            throw Problem.of(403, "this Host is not one of " + LOOPBACK_NAMES);
        }
        String origin = call.header("origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw Problem.of(403, "requests of other origins are refused");
        }
        if ("cross-site".equals(call.header("sec-fetch-site"))) {
            throw Problem.of(403, "requests of other sites are refused");
        }
        if (token != null && !PUBLIC.contains(call.path()) && !token.isIn(call.header("authorization"))) {
            throw Problem.with(
                    401,
                    "send the token as Authorization: Bearer TOKEN",
                    "WWW-Authenticate",
                    "Bearer realm=\"leasewarden\"");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
