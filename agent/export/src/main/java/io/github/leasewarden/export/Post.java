package io.github.leasewarden.export;

import io.github.leasewarden.thread.AgentThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that cannot take longer than it may. With {@link HttpURLConnection}, because the JDK's newer client keeps threads of its
 * own and need not be resolved in a modular application. Neither the application's proxy nor its passwords nor redirects are used.
 *
 * @param url http or https
 * @param headers of the request
 * @param tls for https; null for the JVM's own
 * @param deadline the most it takes, at least a millisecond
 * @param mostAnswerBytes how much of the answer's body is of interest
 */
public record Post(
        URL url, Map<String, String> headers, @Nullable SSLSocketFactory tls, Duration deadline, int mostAnswerBytes) {
    /** Without it a 401 would have the application's authenticator asked for a password. */
    private static final Authenticator NOBODY = new Authenticator() {};

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param retryAfter the header of that name, or null
     * @param body its beginning
     */
    public record Answer(int status, @Nullable String retryAfter, byte[] body) {
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    /**
     * Sends the body. A server may answer byte by byte for ever, so a second thread posts and this one keeps the time.
     *
     * @throws IOException with a reason in words, if there is no answer in time
     */
    public Answer send(byte[] body) throws IOException, InterruptedException {
        URLConnection opened = url.openConnection(Proxy.NO_PROXY);
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new IOException("this JVM has a handler of its own for " + url.getProtocol());
        }
        FutureTask<Answer> exchange = new FutureTask<>(() -> exchange(connection, body));
        new AgentThread("post", exchange).start();
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + inWords(deadline), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble
                    ? trouble
                    : new IOException(String.valueOf(e.getCause()), e);
        } finally {
            // closes the socket under a thread that still waits
            connection.disconnect();
        }
    }

    private Answer exchange(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestMethod("POST");
        headers.forEach(connection::setRequestProperty);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setAuthenticator(NOBODY);
        connection.setConnectTimeout((int) deadline.toMillis());
        connection.setReadTimeout((int) deadline.toMillis());
        if (connection instanceof HttpsURLConnection secure) {
            if (tls != null) {
                secure.setSSLSocketFactory(tls);
            }
            // asked only if the certificate is for another host; the application's default may say yes to all
            secure.setHostnameVerifier((host, session) -> false);
        }
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        return new Answer(status, connection.getHeaderField("Retry-After"), answered(connection, status));
    }

    private byte[] answered(HttpURLConnection connection, int status) throws IOException {
        if (mostAnswerBytes == 0) {
            return new byte[0];
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? new byte[0] : in.readNBytes(mostAnswerBytes);
        }
    }

    private static String inWords(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
