package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Dispatcher;
import io.github.leasewarden.core.http.Guard;
import io.github.leasewarden.core.http.HttpServer;
import io.github.leasewarden.core.http.PortFile;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.http.Router;
import io.github.leasewarden.core.http.SingleFlight;
import io.github.leasewarden.core.http.Token;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.snapshot.SnapshotFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API: puts endpoints and server together. Whatever keeps it from starting is one line; the agent goes on without it. Closing never
 * waits for a start that goes on: it may hang at a name server or a file, and the exit of the JVM waits for us to close.
 */
public final class HttpApi implements AutoCloseable {
    private final Reach reach;
    private final HistoryEndpoint history;
    private final Router router;
    private @Nullable HttpServer server;
    private @Nullable PortFile portFile;
    private boolean closed;

    /** @param metrics null if there are none */
    public HttpApi(AgentConfig config, Reach reach, @Nullable MetricsText metrics) {
        this.reach = reach;
        Duration interval = config.duration(Setting.SAMPLE_INTERVAL);
        Fresh observations = new Fresh(reach, freshness(interval), System::nanoTime);
        this.history = new HistoryEndpoint(interval);
        this.router = routes(config, observations, metrics);
    }

    private Router routes(AgentConfig config, Fresh observations, @Nullable MetricsText metrics) {
        double warn = config.ratio(Setting.ALERT_WARN);
        double critical = config.ratio(Setting.ALERT_CRITICAL);
        ReportEndpoints reports = new ReportEndpoints(observations);
        SnapshotFiles files = new SnapshotFiles(reach.reportDir(), Clock.systemUTC());
        SingleFlight flight = new SingleFlight();
        ActionEndpoints actions = new ActionEndpoints(reach, flight, System::nanoTime);
        SnapshotEndpoints snapshots = new SnapshotEndpoints(reach, files, flight, System::nanoTime);
        ProfileEndpoints profiles = new ProfileEndpoints(files);
        return new Router()
                .get("/health", new HealthEndpoint(observations, reach, warn, critical))
                .get("/metrics", call -> metrics(call, metrics))
                .get("/", new PageEndpoint())
                .get("/leak-report.schema.json", new Resource("/leak-report.schema.json", Reply.JSON))
                .get("/openapi.json", new Resource("/openapi.json", Reply.JSON))
                .get("/api/memory/stats", new StatsEndpoint(observations))
                .get("/api/memory/history", history, "since")
                .get("/api/memory/leak-detection", reports::detection)
                .get("/api/memory/report", reports::report)
                .get("/api/memory/subscriptions", new SubscriptionsEndpoint(observations), "kind", "state", "limit")
                .get("/api/memory/connection-pool", reports::pools)
                .get("/api/memory/stream-processor", reports::streams)
                .get("/api/memory/optimize", new OptimizeEndpoint(observations, warn))
                .get("/api/memory/snapshots", snapshots::list)
                .get("/api/memory/snapshot/compare", snapshots::compare, "snapshot1", "snapshot2", "limit")
                .getBelow(ProfileEndpoints.BELOW, profiles::download)
                .post("/api/memory/gc", Router.Lane.SLOW, actions::gc)
                .post("/api/memory/snapshot", Router.Lane.SLOW, snapshots::take)
                .post("/api/memory/profile", Router.Lane.SLOW, profiles::take)
                .post("/api/memory/off", Router.Lane.QUICK, actions::off)
                .post("/off", Router.Lane.QUICK, actions::off);
    }

    /** Method and path of every endpoint. */
    Set<String> operations() {
        return router.operations();
    }

    /** Half the sample interval, but a second at least: a look costs what a look costs. */
    private static Duration freshness(Duration interval) {
        Duration half = interval.dividedBy(2);
        return half.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : half;
    }

    private static Reply metrics(Call call, @Nullable MetricsText metrics) throws Problem {
        if (metrics == null) {
            throw Problem.of(503, "this agent has no metrics");
        }
        MetricsText.Rendered rendered = metrics.render(call.header("accept"));
        if (rendered == null) {
            throw Problem.of(503, "nothing was observed yet");
        }
        return Reply.ok(rendered.contentType(), rendered.body());
    }

    /** Hears of every observation. */
    public void observed(Observation seen) {
        history.add(seen);
    }

    /** Starts, if {@code http.port} says so. */
    public void start(AgentConfig config) {
        Long port = config.countOrOff(Setting.HTTP_PORT);
        if (port == null) {
            return;
        }
        String bind = String.valueOf(config.text(Setting.HTTP_BIND));
        try {
            InetAddress address = InetAddress.getByName(bind);
            String file = config.text(Setting.HTTP_TOKEN_FILE);
            Guard guard = new Guard(address, file == null ? null : Token.read(Path.of(file), reach.tell()));
            HttpServer started =
                    new HttpServer(address, port.intValue(), new Dispatcher(guard, router, reach.tell()), reach.tell());
            if (!closeLater(started)) {
                return;
            }
            int bound = started.start();
            reach.tell().accept("HTTP on http://" + host(address) + ":" + bound);
            writePort(bound);
        } catch (IOException | IllegalArgumentException e) {
            reach.tell()
                    .accept("HTTP is not started on " + bind + ":" + port + ": "
                            + (e instanceof InvalidPathException ? e : reason(e)));
        }
    }

    /** Returns false if it is too late. */
    private synchronized boolean closeLater(HttpServer started) {
        server = started;
        return !closed;
    }

    private synchronized boolean closeLater(PortFile written) {
        portFile = written;
        return !closed;
    }

    private void writePort(int bound) {
        try {
            PortFile written = PortFile.write(reach.reportDir(), bound);
            if (!closeLater(written)) {
                remove(written);
            }
        } catch (IOException e) {
            reach.tell().accept("http.port is not written: " + reason(e));
        }
    }

    private static String reason(Exception e) {
        return e instanceof IllegalArgumentException || e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.toString();
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }

    private void remove(PortFile written) {
        try {
            written.close();
        } catch (IOException e) {
            reach.tell().accept("http.port is left behind: " + e);
        }
    }

    @Override
    public void close() {
        HttpServer started;
        PortFile written;
        synchronized (this) {
            closed = true;
            started = server;
            written = portFile;
        }
        if (started != null) {
            started.close();
        }
        if (written != null) {
            remove(written);
        }
    }
}
