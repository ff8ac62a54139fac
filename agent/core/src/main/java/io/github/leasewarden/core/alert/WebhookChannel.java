package io.github.leasewarden.core.alert;

import io.github.leasewarden.core.lease.AgentThread;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Posts the alert as JSON. With {@link HttpURLConnection}, because the JDK's newer client keeps threads of its own and need not be resolved
 * in a modular application. Neither the application's proxy nor redirects are followed; any answer from 200 to 299 will do.
 */
final class WebhookChannel implements AlertChannel {
    private final URL url;

    /** @throws IllegalArgumentException if it is no http or https URL */
    WebhookChannel(String url) {
        try {
            URI uri = new URI(url.trim());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new IllegalArgumentException("an http or https URL with a host");
            }
            this.url = uri.toURL();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("an http or https URL with a host", e);
        }
    }

    @Override
    public String name() {
        return "webhook";
    }

    /** A server may answer byte by byte for ever, so a second thread posts and this one keeps the time. */
    @Override
    public void send(AlertMessage message, Duration deadline) throws IOException, InterruptedException {
        URLConnection opened = url.openConnection(Proxy.NO_PROXY);
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new IOException("this JVM has a handler of its own for " + url.getProtocol());
        }
        byte[] body = message.json();
        AtomicReference<@Nullable IOException> trouble =
                new AtomicReference<>(new IOException("no answer within " + deadline.toSeconds() + " s"));
        AgentThread poster = new AgentThread("webhook", () -> trouble.set(post(connection, body, deadline)));
        poster.start();
        try {
            poster.join(deadline.toMillis());
        } finally {
            // closes the socket under a poster that still waits
            connection.disconnect();
        }
        IOException failed = trouble.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static @Nullable IOException post(HttpURLConnection connection, byte[] body, Duration deadline) {
        try {
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) deadline.toMillis());
            connection.setReadTimeout((int) deadline.toMillis());
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            return status / 100 == 2 ? null : new IOException("it answered with status " + status);
        } catch (IOException e) {
            return e;
        } catch (RuntimeException e) {
            return new IOException(e.toString(), e);
        }
    }
}
