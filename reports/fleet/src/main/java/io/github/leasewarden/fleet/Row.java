package io.github.leasewarden.fleet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What many reports say about one node. The result does not depend on their order, nor on how often one of them is added; the Cypher that writes it
 * keeps that promise against what is in the graph already.
 */
final class Row {
    private static final String NEWEST = "newest";

    private final Map<String, Object> values = new HashMap<>();
    private @Nullable Instant newestAt;
    private String newestJvm = "";

    /** What is the same in all reports. */
    Row set(String key, @Nullable Object value) {
        values.put(key, neo4j(value));
        return this;
    }

    /** The least of all reports. */
    <T extends Comparable<? super T>> Row least(String key, T value) {
        return keep(key, value, -1);
    }

    /** The most of all reports. */
    <T extends Comparable<? super T>> Row most(String key, T value) {
        return keep(key, value, 1);
    }

    /** All that any report has. */
    Row union(String key, List<?> given) {
        @SuppressWarnings("unchecked")
        Set<Object> all = (Set<Object>) values.computeIfAbsent(key, absent -> new LinkedHashSet<>());
        all.addAll(given);
        return this;
    }

    /**
     * What is the newest report's, which is the one with the latest {@code lastSeen}.
     *
     * @param jvm whose report it is; of two reports made at the same time one must win, and always the same one
     */
    Row newest(Instant lastSeen, String jvm, Map<String, @Nullable Object> given) {
        most("lastSeen", lastSeen);
        int later = newestAt == null ? 1 : lastSeen.compareTo(newestAt);
        if (later > 0 || later == 0 && jvm.compareTo(newestJvm) > 0) {
            newestAt = lastSeen;
            newestJvm = jvm;
            Map<String, Object> converted = new HashMap<>();
            given.forEach((key, value) -> converted.put(key, neo4j(value)));
            values.put(NEWEST, converted);
            values.put("newestJvm", jvm);
        }
        return this;
    }

    /** As a parameter of a query. */
    Map<String, Object> parameter() {
        Map<String, Object> parameter = new HashMap<>(values);
        parameter.replaceAll((key, value) -> value instanceof Set ? List.copyOf((Set<?>) value) : value);
        return parameter;
    }

    @SuppressWarnings("unchecked")
    private <T extends Comparable<? super T>> Row keep(String key, T value, int sign) {
        Object converted = neo4j(value);
        values.merge(
                key,
                converted,
                (old, given) -> Integer.signum(((Comparable<Object>) given).compareTo(old)) == sign ? given : old);
        return this;
    }

    /** The driver knows no instants. */
    private static @Nullable Object neo4j(@Nullable Object value) {
        return value instanceof Instant ? ((Instant) value).atOffset(ZoneOffset.UTC) : value;
    }
}
