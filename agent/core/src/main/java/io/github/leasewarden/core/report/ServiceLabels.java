package io.github.leasewarden.core.report;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.reports.ServiceInfo;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What this process is to its operators. Our own options come first, then what OpenTelemetry's settings say, so that a service that is named for
 * its traces need not be named again: {@code otel.service.name} and {@code otel.resource.attributes}, as system properties or as the environment
 * variables {@code OTEL_SERVICE_NAME} and {@code OTEL_RESOURCE_ATTRIBUTES}.
 */
public final class ServiceLabels {
    /** Enough for any pod's name, and a bound for reports and graphs. */
    private static final int LONGEST = 200;

    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private ServiceLabels() {}

    /** @param warn told of what is malformed */
    public static ServiceInfo of(AgentConfig config, Consumer<String> warn) {
        return of(
                config,
                System.getProperties(),
                System.getenv(),
                RunInfo.mainClass(),
                host(System.getenv()) + ":" + ProcessHandle.current().pid(),
                warn);
    }

    /** All attributes of OpenTelemetry's settings, but the three of {@code service} as they are in reports. */
    public static Map<String, String> resource(ServiceInfo service, Consumer<String> warn) {
        return resource(service, System.getProperties(), System.getenv(), warn);
    }

    static Map<String, String> resource(
            ServiceInfo service, Properties properties, Map<String, String> environment, Consumer<String> warn) {
        Map<String, String> resource = attributes(otel("otel.resource.attributes", properties, environment), warn);
        resource.put("service.name", service.name());
        resource.put("service.instance.id", service.instance());
        if (service.version() != null) {
            resource.put("service.version", service.version());
        }
        return resource;
    }

    static ServiceInfo of(
            AgentConfig config,
            Properties properties,
            Map<String, String> environment,
            String mainClass,
            String hostAndPid,
            Consumer<String> warn) {
        Map<String, String> attributes = attributes(otel("otel.resource.attributes", properties, environment), warn);
        String otelName = otel("otel.service.name", properties, environment);
        String name = first(config.text(Setting.SERVICE), otelName, attributes.get("service.name"));
        String version = first(config.text(Setting.SERVICE_VERSION), attributes.get("service.version"), null);
        String instance = first(config.text(Setting.SERVICE_INSTANCE), attributes.get("service.instance.id"), null);
        return new ServiceInfo(
                name != null ? name : mainClass.isEmpty() ? "unknown" : cut(mainClass),
                version,
                instance != null ? instance : hostAndPid);
    }

    private static @Nullable String otel(String key, Properties properties, Map<String, String> environment) {
        String property = properties.getProperty(key);
        return property != null
                ? property
                : environment.get(key.toUpperCase(Locale.ROOT).replace('.', '_'));
    }

    /** Pairs as W3C Baggage writes them: {@code key=value,key=value}, values with percent signs. */
    private static Map<String, String> attributes(@Nullable String text, Consumer<String> warn) {
        Map<String, String> attributes = new HashMap<>();
        if (text == null) {
            return attributes;
        }
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            try {
                if (equals > 0) {
                    attributes.put(pair.substring(0, equals).strip(), decoded(pair.substring(equals + 1)));
                } else if (!pair.isBlank()) {
                    throw new IllegalArgumentException("no key=value");
                }
            } catch (IllegalArgumentException e) {
                warn.accept(
                        "OpenTelemetry's resource attribute \"" + pair.strip() + "\" is ignored: " + e.getMessage());
            }
        }
        return attributes;
    }

    /** A plus sign stands for itself, other than in forms. */
    private static String decoded(String value) {
        return URLDecoder.decode(value.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable String first(@Nullable String best, @Nullable String next, @Nullable String last) {
        for (String text : new @Nullable String[] {best, next, last}) {
            if (text != null && !text.isBlank()) {
                return cut(text.strip());
            }
        }
        return null;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Without asking the network: a name server that hangs must not hold the agent up. */
    private static String host(Map<String, String> environment) {
        String name = first(environment.get("HOSTNAME"), environment.get("COMPUTERNAME"), null);
        if (name != null) {
            return name;
        }
        try {
            return Files.readString(LINUX_HOST_NAME).strip();
        } catch (IOException e) {
            // not Linux: the process id still tells the instances of one host apart
            return "localhost";
        }
    }
}
