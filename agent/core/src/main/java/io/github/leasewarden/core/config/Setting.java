package io.github.leasewarden.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row per option: this table drives parsing, clamping, the start-up line and {@code docs/configuration.md}. */
public enum Setting {
    ENABLED("enabled", Type.FLAG, "true", "false makes the agent inert"),
    MODE(
            "mode",
            Type.MODE,
            "guard",
            "observe reports only; guard releases what is provably abandoned, and what is idle where one line opens ever more; "
                    + "strict releases what is idle (never listeners)"),
    CONFIG("config", Type.TEXT, null, "a properties file with further options"),
    RULES("rules", Type.TEXT, null, "further rule files, separated by the system's path separator"),
    REPORT_DIR("report.dir", Type.TEXT, "leasewarden-reports", "where reports go; created for the owner only"),
    REPORT_INTERVAL("report.interval", Type.DURATION, "60s", "time between reports", 1_000, 86_400_000L),
    REPORT_KEEP("report.keep", Type.COUNT, "50", "how many reports are kept", 1, 1_000_000),
    REPORT_MAX_BYTES("report.max-bytes", Type.BYTES, "64MiB", "how much room reports may take", 64 << 10, 1L << 40),
    CROWD("crowd", Type.COUNT, "10", "how many idle leases of one site make a crowd", 2, 1_000_000),
    OWNER_GRACE(
            "owner.grace",
            Type.DURATION,
            "30s",
            "how long after its owner's end a lease may still be released by the application",
            100,
            86_400_000L),
    MAX_AGE("max-age", Type.DURATION, "off", "strict mode: the most a lease may live", 1_000, 365L * 86_400_000L),
    LEASES_MAX("leases.max", Type.COUNT, "1000000", "how many open leases are tracked at most", 100, 10_000_000),
    EXPIRY_RATE("expiry.rate", Type.COUNT, "200", "the most releases a second", 1, 100_000),
    RELEASE_DEADLINE("release.deadline", Type.DURATION, "10s", "how long one release may take", 100, 600_000),
    SAMPLE_INTERVAL(
            "sample.interval",
            Type.DURATION,
            "10s",
            "time between two looks at leases, pools and heap",
            1_000,
            3_600_000),
    HEAP_WARMUP(
            "heap.warmup",
            Type.DURATION,
            "60s",
            "how long after start the heap is not judged, unless it would be full within that time again; "
                    + "longer while most classes are still to be loaded",
            0,
            86_400_000L),
    CENSUS_MAX_PAUSE(
            "census.max-pause",
            Type.DURATION,
            "300ms",
            "no class histogram is taken that is expected to stop the application for longer; "
                    + "off for none, and no Flight Recorder of ours, so that no class is named",
            1,
            60_000),
    NEO4J_POOL_MAX("neo4j.pool.max", Type.COUNT, "20", "the most connections in a Neo4j pool", 1, 1_000_000),
    NEO4J_POOL_LIFETIME(
            "neo4j.pool.lifetime",
            Type.DURATION,
            "30m",
            "the longest life of a pooled connection",
            1_000,
            365L * 86_400_000L),
    NEO4J_POOL_ACQUISITION(
            "neo4j.pool.acquisition", Type.DURATION, "60s", "the longest wait for a connection", 1, 86_400_000L),
    NEO4J_FETCH_SIZE("neo4j.fetch-size", Type.COUNT, "1000", "the most records fetched at once", 1, 1_000_000_000),
    NEO4J_TX_TIMEOUT(
            "neo4j.tx-timeout",
            Type.DURATION,
            "off",
            "time-out of transactions for which the application sets none",
            1,
            86_400_000L),
    NEO4J_RESULT_MAX_ROWS(
            "neo4j.result.max-rows",
            Type.COUNT,
            "10000",
            "how many rows collected at once are reported, with the line that asked for them",
            1,
            1_000_000_000),
    NEO4J_SESSIONS_MAX_OPEN(
            "neo4j.sessions.max-open",
            Type.COUNT,
            "off",
            "how many sessions of a driver may be open; beyond that, the longest idle that is safe to release goes",
            1,
            1_000_000),
    NEO4J_ROLLBACK(
            "neo4j.rollback-idle",
            Type.FLAG,
            "false",
            "whether an idle session may be released although its transaction is open"),
    WEBSOCKET_CONNECT_TIMEOUT(
            "websocket.connect-timeout",
            Type.DURATION,
            "30s",
            "time-out of WebSocket connects for which the application sets none",
            1,
            86_400_000L),
    RECONNECT_GUARD(
            "reconnect.guard",
            Type.FLAG,
            "false",
            "whether connects to an endpoint are delayed while one after the other fails"),
    RECONNECT_MAX_DELAY("reconnect.max-delay", Type.DURATION, "30s", "the longest such delay", 100, 300_000),
    GC_ON_POOL_PRESSURE(
            "gc.on-pool-pressure",
            Type.DURATION,
            "60s",
            "least time between collections asked for when a full pool hides abandoned sessions",
            1_000,
            86_400_000L),
    ALERT_WARN("alert.warn", Type.RATIO, "0.70", "share of the heap in use after a collection that is a warning"),
    ALERT_CRITICAL(
            "alert.critical", Type.RATIO, "0.90", "share of the heap in use after a collection that is critical"),
    PRESSURE_HIGH(
            "pressure.high",
            Type.RATIO,
            "0.80",
            "share of the heap in use after a collection from which on sources of streams wait"),
    PRESSURE_LOW("pressure.low", Type.RATIO, "0.70", "share of the heap at which they go on"),
    GATE_MAX_WAIT("gate.max-wait", Type.DURATION, "5s", "the longest a stream's source or handler waits", 1, 300_000),
    GATE_MEMORY_LIMIT(
            "gate.memory-limit",
            Type.BYTES,
            "off",
            "heap in use after a collection from which on sources wait, instead of pressure.high",
            1 << 20,
            1L << 50),
    GC_ON_STREAM_PRESSURE(
            "gc.on-stream-pressure",
            Type.DURATION,
            "1s",
            "least time between collections asked for while sources wait",
            100,
            86_400_000L),
    ALERT_STALE(
            "alert.stale",
            Type.DURATION,
            "5m",
            "age beyond which a reading of the heap after a collection raises no alert",
            1_000,
            86_400_000L),
    ALERT_GC_SHARE(
            "alert.gc-share",
            Type.RATIO,
            "0.10",
            "share of time in collection pauses that is a warning; three times as much is critical"),
    ALERT_GC_WINDOW("alert.gc-window", Type.DURATION, "60s", "the time that share is taken over", 2_000, 86_400_000L),
    ALERT_GC_PAUSE("alert.gc-pause", Type.DURATION, "1s", "a single pause above it is a warning", 1, 3_600_000L),
    ALERT_CONTAINER(
            "alert.container",
            Type.RATIO,
            "0.90",
            "share of the container's memory limit in use that is a warning; half-way from there to the limit is critical"),
    ALERT_COMMAND(
            "alert.command",
            Type.TEXT,
            null,
            "a program, with arguments after spaces, that is run at each alert and gets it as JSON on its standard input"),
    ALERT_WEBHOOK(
            "alert.webhook",
            Type.TEXT,
            null,
            "an http or https URL to which each alert is posted as JSON, without a proxy"),
    ALERT_RATE(
            "alert.rate",
            Type.COUNT,
            "20",
            "the most alerts an hour that are passed on to alert.command and alert.webhook",
            1,
            3_600),
    JMX("jmx", Type.FLAG, "true", "whether the MBean io.github.leasewarden:type=Leasewarden is registered"),
    JFR_EVENTS(
            "jfr.events",
            Type.FLAG,
            "true",
            "whether leasewarden.* events go into Flight Recorder recordings, once one runs"),
    HTTP_PORT("http.port", Type.COUNT, "off", "port of the HTTP API; 0 for any free one", 0, 65_535),
    HTTP_BIND("http.bind", Type.TEXT, "127.0.0.1", "address of the HTTP API; any but a loopback address needs a token"),
    HTTP_TOKEN_FILE("http.token-file", Type.TEXT, null, "a file with the token that HTTP clients must present"),
    METRICS_SITES(
            "metrics.sites",
            Type.COUNT,
            "10",
            "how many sites have series of their own in metrics, suspected ones first; 0 for none",
            0,
            100),
    SERVICE(
            "service",
            Type.TEXT,
            null,
            "name of the service in reports; without it service.name of OpenTelemetry's settings, or the main class"),
    SERVICE_VERSION(
            "service.version",
            Type.TEXT,
            null,
            "version of the service in reports; without it service.version of OpenTelemetry's settings"),
    SERVICE_INSTANCE(
            "service.instance",
            Type.TEXT,
            null,
            "name of this process in reports; without it service.instance.id of OpenTelemetry's settings, or host:pid"),
    OTLP_JAR(
            "otlp.jar",
            Type.TEXT,
            null,
            "leasewarden-otlp.jar, which sends metrics and reports to an OpenTelemetry collector");

    /** How a value is written. */
    public enum Type {
        FLAG,
        MODE,
        TEXT,
        COUNT,
        DURATION,
        BYTES,
        RATIO
    }

    private final String key;
    private final Type type;
    private final @Nullable String absent;
    private final String doc;
    private final long least;
    private final long most;

    Setting(String key, Type type, @Nullable String absent, String doc) {
        this(key, type, absent, doc, 0, Long.MAX_VALUE);
    }

    /** @param least smallest allowed value: milliseconds for durations, bytes for sizes */
    Setting(String key, Type type, @Nullable String absent, String doc, long least, long most) {
        this.key = key;
        this.type = type;
        this.absent = absent;
        this.doc = doc;
        this.least = least;
        this.most = most;
    }

    /** Name in the agent's argument, and after {@code leasewarden.} as a system property. */
    public String key() {
        return key;
    }

    /** Name as an environment variable. */
    public String variable() {
        return variable(key);
    }

    static String variable(String key) {
        return "LEASEWARDEN_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public Type type() {
        return type;
    }

    /** Value where nothing is set, or null for none. */
    public @Nullable String absent() {
        return absent;
    }

    public String doc() {
        return doc;
    }

    /** Whether {@code off} is a value. */
    boolean mayBeOff() {
        switch (this) {
            case MAX_AGE:
            case CENSUS_MAX_PAUSE:
            case NEO4J_POOL_MAX:
            case NEO4J_POOL_LIFETIME:
            case NEO4J_POOL_ACQUISITION:
            case NEO4J_FETCH_SIZE:
            case NEO4J_TX_TIMEOUT:
            case NEO4J_RESULT_MAX_ROWS:
            case NEO4J_SESSIONS_MAX_OPEN:
            case WEBSOCKET_CONNECT_TIMEOUT:
            case GC_ON_POOL_PRESSURE:
            case ALERT_GC_PAUSE:
            case HTTP_PORT:
            case GATE_MAX_WAIT:
            case GATE_MEMORY_LIMIT:
            case GC_ON_STREAM_PRESSURE:
                return true;
            default:
                return false;
        }
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }
}
