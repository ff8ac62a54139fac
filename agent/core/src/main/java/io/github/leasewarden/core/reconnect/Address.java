package io.github.leasewarden.core.reconnect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Host and port of what a client connects to. Path and query are left out: they may hold a token. */
final class Address {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Address() {}

    /**
     * Reads it off anything that looks like a URI in text.
     *
     * @return {@code host:port}, or null if there is none
     */
    static @Nullable String of(Object target) {
        URI uri;
        try {
            uri = target instanceof URI ? (URI) target : new URI(withoutQuery(target.toString()));
        } catch (URISyntaxException e) {
            return null; // the library will tell the application
        }
        String host = uri.getHost();
        String scheme = uri.getScheme();
        if (host == null || scheme == null) {
            return null;
        }
        boolean secure = scheme.equalsIgnoreCase("wss") || scheme.equalsIgnoreCase("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS : HTTP;
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Some libraries allow characters there that a URI may not have. */
    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
