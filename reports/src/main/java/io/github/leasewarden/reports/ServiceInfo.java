package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What the watched process is to its operators; the three names OpenTelemetry calls {@code service.name}, {@code service.version} and
 * {@code service.instance.id}.
 *
 * @param name the same for all processes that do the same work
 * @param version of the service, not of the JVM; null when nobody said
 * @param instance tells the processes of a service apart
 */
public record ServiceInfo(String name, @Nullable String version, String instance) {
    public ServiceInfo {
        requireNonNull(name, "service.name is missing");
        requireNonNull(instance, "service.instance is missing");
    }
}
