package io.github.leasewarden.otlp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;

/** A collector on loopback that reads the official protobuf messages, and misbehaves on request. */
public final class Receiver implements AutoCloseable {
    /** What it does with one request. */
    @FunctionalInterface
    public interface Manner {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** One request, as it came. */
    public record Request(String path, Headers headers, byte[] body, long nanoTime) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Manner otherwise = status(200);

    /** @param tls null for plain HTTP */
    public Receiver(SSLContext tls) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            server = HttpServer.create(anyPort, 0);
        } else {
            HttpsServer secure = HttpsServer.create(anyPort, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers the next requests like this, one each, and those after them as before. */
    public Receiver next(Manner... each) {
        manners.addAll(List.of(each));
        return this;
    }

    /** Answers all requests like this for which {@link #next} says nothing. */
    public Receiver always(Manner manner) {
        otherwise = manner;
        return this;
    }

    /** @param header names and values in turn */
    public static Manner status(int status, String... header) {
        return exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Takes the request and says what it thinks of it. */
    public static Manner message(byte[] message) {
        return exchange -> {
            exchange.sendResponseHeaders(200, message.length);
            exchange.getResponseBody().write(message);
        };
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(new Request(
                    exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body, System.nanoTime()));
            Manner manner = manners.poll();
            (manner == null ? otherwise : manner).answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Those to a path, {@code /v1/logs} or {@code /v1/metrics}. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    public List<LogRecord> logs() {
        return requests("/v1/logs").stream()
                .map(Receiver::logRequest)
                .flatMap(request -> request.getResourceLogsList().stream())
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .flatMap(scope -> scope.getLogRecordsList().stream())
                .toList();
    }

    /** Of all pages received. */
    public List<Metric> metrics() {
        return requests("/v1/metrics").stream()
                .map(Receiver::metricRequest)
                .flatMap(request -> request.getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .toList();
    }

    /** Of the first request for logs. */
    public Map<String, String> resource() {
        return logResources().get(0);
    }

    /** Whose reports came, as often as their resource is named. */
    public List<Map<String, String>> logResources() {
        return requests("/v1/logs").stream()
                .map(Receiver::logRequest)
                .flatMap(request -> request.getResourceLogsList().stream())
                .map(logs -> texts(logs.getResource().getAttributesList()))
                .toList();
    }

    /** Whose metrics came, as often as their resource is named. */
    public List<Map<String, String>> metricResources() {
        return requests("/v1/metrics").stream()
                .map(Receiver::metricRequest)
                .flatMap(request -> request.getResourceMetricsList().stream())
                .map(metrics -> texts(metrics.getResource().getAttributesList()))
                .toList();
    }

    public static Map<String, String> texts(List<KeyValue> attributes) {
        Map<String, String> texts = new HashMap<>();
        attributes.forEach(each -> texts.put(each.getKey(), text(each.getValue())));
        return texts;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(Receiver::text)
                        .toList()
                        .toString();
            default -> value.toString();
        };
    }

    private static ExportLogsServiceRequest logRequest(Request request) {
        try {
            return ExportLogsServiceRequest.parseFrom(body(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportMetricsServiceRequest metricRequest(Request request) {
        try {
            return ExportMetricsServiceRequest.parseFrom(body(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream body(Request request) throws IOException {
        InputStream raw = new ByteArrayInputStream(request.body());
        return "gzip".equals(request.headers().getFirst("Content-Encoding")) ? new GZIPInputStream(raw) : raw;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
