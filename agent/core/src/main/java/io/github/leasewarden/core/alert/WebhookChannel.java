package io.github.leasewarden.core.alert;

import io.github.leasewarden.export.Post;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;

/** Posts the alert as JSON; any answer from 200 to 299 will do. */
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

    @Override
    public void send(AlertMessage message, Duration deadline) throws IOException, InterruptedException {
        Post.Answer answer =
                new Post(url, Map.of("Content-Type", "application/json"), null, deadline, 0).send(message.json());
        if (!answer.ok()) {
            throw new IOException("it answered with status " + answer.status());
        }
    }
}
