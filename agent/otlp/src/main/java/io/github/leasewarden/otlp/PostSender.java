package io.github.leasewarden.otlp;

import io.github.leasewarden.export.Post;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and returns with its answer. The SDK's own senders retry within the time-out of one request, and nobody learns from them
 * how long the receiver asked to be left alone or what it rejected; ours tries once and keeps the answer for {@link Route}. One thread.
 */
final class PostSender implements HttpSender {
    /** An answer of OTLP's is a few bytes; longer ones are error pages. */
    private static final int MOST_ANSWER_BYTES = 16 << 10;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** The SDK gives centuries for "no time-out", which no socket takes. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpSenderConfig config;
    private final URL url;
    private long sentBytes;
    private Post.@Nullable Answer answer;
    private @Nullable Throwable trouble;

    /** @throws IllegalArgumentException if the endpoint is no URL */
    PostSender(HttpSenderConfig config) {
        this.config = config;
        try {
            this.url = config.getEndpoint().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        try {
            Map<String, String> headers = headers();
            byte[] body = body(message);
            sentBytes += body.length;
            Post.Answer received = new Post(url, headers, tls(), timeout(), MOST_ANSWER_BYTES).send(body);
            answer = received;
            onResponse.accept(new Response(received));
        } catch (IOException e) {
            trouble = e;
            onError.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = e;
            onError.accept(e);
        }
    }

    /** Forgets the last request. */
    void forget() {
        answer = null;
        trouble = null;
    }

    /** What came back; null if nothing did, or nothing was sent. */
    Post.@Nullable Answer answer() {
        return answer;
    }

    /** Why nothing came back; null if something did, or nothing was sent. */
    @Nullable
    Throwable trouble() {
        return trouble;
    }

    /** Bodies of all requests so far, as they went out. */
    long sentBytes() {
        return sentBytes;
    }

    String endpoint() {
        return url.toString();
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        config.getHeadersSupplier().get().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.put("Content-Type", config.getContentType());
        Compressor compressor = config.getCompressor();
        if (compressor != null) {
            headers.put("Content-Encoding", compressor.getEncoding());
        }
        return headers;
    }

    private byte[] body(MessageWriter message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(32, message.getContentLength()));
        Compressor compressor = config.getCompressor();
        if (compressor == null) {
            message.writeMessage(body);
        } else {
            try (OutputStream compressed = compressor.compress(body)) {
                message.writeMessage(compressed);
            }
        }
        return body.toByteArray();
    }

    private @Nullable SSLSocketFactory tls() {
        SSLContext context = config.getSslContext();
        return context == null ? null : context.getSocketFactory();
    }

    private Duration timeout() {
        Duration asked = config.getTimeout();
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    private record Response(Post.Answer answer) implements HttpResponse {
        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return answer.body();
        }
    }
}
