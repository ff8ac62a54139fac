package io.github.leasewarden.fleet;

import static java.util.Objects.requireNonNull;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.otlp.Relay;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ServiceInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * What the agents of a simulated fleet send to a collector: each process its reports and the page of metrics of its last one, under its own name. The
 * processes take turns, a few at a time.
 */
final class SimulatedTraffic {
    private static final int SENDERS = 4;
    /** The SDK's word on each failed request, with its stack; the relay has a line for each outage. Held, or its level is forgotten. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry.exporter.otlp.internal.HttpExporter");

    private final Simulation simulation;
    private final Simulation.Shape shape;
    private final Duration patience;
    private final Consumer<String> tell;
    private final List<Relay> relays;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean gaveUp = new AtomicBoolean();

    /**
     * @param url of the receiver, without {@code /v1/…}
     * @param patience how long to go on when the receiver takes nothing
     * @param tell takes a line when it stops to take, and one when it does again
     * @throws FleetFailed if the URL or another setting makes no sense
     */
    SimulatedTraffic(Simulation simulation, String url, Duration patience, Consumer<String> tell) {
        this.simulation = simulation;
        this.shape = simulation.shape();
        this.patience = patience;
        this.tell = tell;
        this.relays = relays(Map.of("otel.exporter.otlp.endpoint", url));
    }

    private List<Relay> relays(Map<String, String> settings) {
        SDK.setLevel(Level.OFF);
        try {
            return IntStream.range(0, SENDERS)
                    .mapToObj(sender -> new Relay(settings, this::tellOnce))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new FleetFailed("--otlp: " + e.getMessage(), e);
        }
    }

    /**
     * How it went.
     *
     * @param pages that arrived
     * @param reports that arrived
     * @param requests that were made for it
     * @param failed those of them that were not taken
     * @param bytes of all requests
     * @param gaveUp whether the receiver took nothing for too long, and so what was left was not sent
     */
    record Result(long pages, long reports, long requests, long failed, long bytes, boolean gaveUp) {}

    /** Sends all of it; once. */
    Result send() throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            relays.forEach(relay -> work.add(() -> {
                sendThrough(relay);
                return null;
            }));
            for (Future<Void> sender : senders.invokeAll(work)) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            senders.shutdownNow();
        }
        return result();
    }

    private Result result() {
        long pages = sum(Relay::pages, ExportCount::exported);
        long reports = sum(Relay::reports, ExportCount::exported);
        long failed = sum(Relay::pages, ExportCount::failed) + sum(Relay::reports, ExportCount::failed);
        long bytes = relays.stream().mapToLong(Relay::sentBytes).sum();
        return new Result(pages, reports, pages + reports + failed, failed, bytes, gaveUp.get());
    }

    private long sum(Function<Relay, ExportCount> signal, ToLongFunction<ExportCount> what) {
        return relays.stream().map(signal).mapToLong(what).sum();
    }

    private void sendThrough(Relay relay) throws InterruptedException {
        for (int process = next.getAndIncrement();
                process < shape.processes() && !gaveUp.get();
                process = next.getAndIncrement()) {
            int sent = process;
            List<LeakReport> reports = IntStream.range(0, shape.reports())
                    .mapToObj(number -> simulation.report(sent, number))
                    .toList();
            if (!relay.send(agent(reports.get(reports.size() - 1)), reports, patience)) {
                gaveUp.set(true);
            }
        }
    }

    private ExportSource agent(LeakReport last) {
        Instant started = last.generatedAt().minusSeconds(last.agent().uptimeSeconds());
        return new ExportSource(
                last.agent().version(),
                started,
                resource(requireNonNull(last.jvm().service())),
                () -> new ExportSource.Metrics(last.generatedAt(), SimulatedPage.of(last)),
                this::tellOnce);
    }

    private static Map<String, String> resource(ServiceInfo service) {
        return Map.of(
                "service.name", service.name(),
                "service.version", requireNonNull(service.version()),
                "service.instance.id", service.instance());
    }

    /** All senders meet the same outage. */
    private void tellOnce(String line) {
        if (!line.equals(told.getAndSet(line))) {
            tell.accept(line);
        }
    }
}
