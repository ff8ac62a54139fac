package io.github.leasewarden.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * OpenTelemetry's own settings, as system properties or environment variables, read by the SDK's own readers: {@code OTEL_EXPORTER_OTLP_…} and
 * {@code OTEL_METRIC_EXPORT_INTERVAL}.
 */
final class OtlpSettings {
    private static final String OTLP = "otlp";
    private static final String PROTOCOL = "otel.exporter.otlp.protocol";
    private static final String HTTP = "http/protobuf";
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    /** The SDK's own default is grpc, which needs a library that the JDK has nothing like. */
    private static final Map<String, String> DEFAULTS = Map.of(PROTOCOL, HTTP);

    private final Map<String, String> overrides;
    private final Clock clock;

    /**
     * @param overrides go before system properties and environment variables
     * @param clock of the wall
     */
    OtlpSettings(Map<String, String> overrides, Clock clock) {
        this.overrides = Map.copyOf(overrides);
        this.clock = clock;
    }

    /** Where both signals go, and how often metrics do. */
    record Routes(Route<Collection<MetricData>> metrics, Route<LogRecordData> logs, Duration metricInterval) {}

    /**
     * All of it.
     *
     * @throws IllegalArgumentException with a sentence, if a setting makes no sense
     */
    Routes routes() {
        try {
            return new Routes(metrics(), logs(), metricInterval());
        } catch (RuntimeException e) {
            // Runtime: the SDK's readers throw several kinds
            throw new IllegalArgumentException("OpenTelemetry's settings: " + e.getMessage(), e);
        }
    }

    private Duration metricInterval() {
        Duration given = properties(loader()).getDuration("otel.metric.export.interval");
        return given == null ? INTERVAL : given.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : given;
    }

    private Route<Collection<MetricData>> metrics() {
        return route("metrics", false, properties -> {
            MetricExporter exporter = provider(
                            ConfigurableMetricExporterProvider.class,
                            each -> each.getName().equals(OTLP))
                    .createExporter(properties);
            return exporter::export;
        });
    }

    private Route<LogRecordData> logs() {
        return route("logs", true, properties -> {
            LogRecordExporter exporter = provider(
                            ConfigurableLogRecordExporterProvider.class,
                            each -> each.getName().equals(OTLP))
                    .createExporter(properties);
            return report -> exporter.export(List.of(report));
        });
    }

    private <T> Route<T> route(
            String signal, boolean whole, Function<ConfigProperties, Function<T, CompletableResultCode>> exporter) {
        AtomicReference<PostSender> sender = new AtomicReference<>();
        HttpSenderProvider ours = config -> {
            PostSender made = new PostSender(config);
            sender.set(made);
            return made;
        };
        ConfigProperties properties = properties(new ComponentLoader() {
            @Override
            public <S> Iterable<S> load(Class<S> spi) {
                return spi == HttpSenderProvider.class ? List.of(spi.cast(ours)) : loader().load(spi);
            }
        });
        requireHttp(signal, properties);
        Function<T, CompletableResultCode> export = exporter.apply(properties);
        PostSender made = sender.get();
        if (made == null) {
            throw new IllegalStateException("the SDK made an exporter of " + signal + " without a sender");
        }
        return new Route<>(export, whole, made, clock);
    }

    private static void requireHttp(String signal, ConfigProperties properties) {
        String own = "otel.exporter.otlp." + signal + ".protocol";
        String protocol = properties.getString(own, properties.getString(PROTOCOL, HTTP));
        if (!HTTP.equals(protocol)) {
            throw new IllegalArgumentException("protocol " + protocol + " is not spoken, only " + HTTP
                    + " (port 4318 of a collector); set OTEL_EXPORTER_OTLP_" + signal.toUpperCase(Locale.ROOT)
                    + "_PROTOCOL=" + HTTP + " and the endpoint that belongs to it");
        }
    }

    private ConfigProperties properties(ComponentLoader loader) {
        return DefaultConfigProperties.create(DEFAULTS, loader).withOverrides(overrides);
    }

    private static ComponentLoader loader() {
        return ComponentLoader.forClassLoader(OtlpSettings.class.getClassLoader());
    }

    private static <P> P provider(Class<P> type, Predicate<P> wanted) {
        for (P provider : loader().load(type)) {
            if (wanted.test(provider)) {
                return provider;
            }
        }
        throw new IllegalStateException("the SDK in this jar has no " + type.getSimpleName());
    }
}
