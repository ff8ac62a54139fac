package io.github.leasewarden.core.http.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.report.ContainerEntries;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.ContainerEntry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/memory/stats}: the JVM's figures now, named as OpenTelemetry names them where it does; bytes and seconds. */
final class StatsEndpoint implements Endpoint {

    /** The reply. */
    record Body(
            Instant at,
            Memory heap,
            Memory nonHeap,

            @JsonProperty("jvm.memory.used_after_last_gc") @Nullable
            Long usedAfterLastGc,

            @JsonProperty("jvm.buffer.memory.used") @Nullable
            Long bufferUsed,

            @JsonProperty("jvm.thread.count") int threads,
            @JsonProperty("jvm.class.count") int classes,
            @JsonProperty("jvm.gc.duration") List<Collector> collectors,
            @JsonProperty("process.memory.usage") @Nullable Long rss,
            @Nullable ContainerEntry container,
            @JsonProperty("process.uptime") double uptime,
            double gcShare,
            AgentCost agent) {}

    /** @param limit null where there is none */
    record Memory(
            @JsonProperty("jvm.memory.used") long used,
            @JsonProperty("jvm.memory.committed") long committed,
            @JsonProperty("jvm.memory.limit") @Nullable Long limit) {

        static Memory of(MemoryUsage usage) {
            return new Memory(usage.getUsed(), usage.getCommitted(), usage.getMax() < 0 ? null : (Long) usage.getMax());
        }
    }

    /** @param sum seconds; for concurrent collectors that includes time in which the application ran */
    record Collector(@JsonProperty("jvm.gc.name") String name, long count, double sum) {}

    private final Fresh observations;

    StatsEndpoint(Fresh observations) {
        this.observations = observations;
    }

    @Override
    public Reply answer(Call call) throws Problem {
        Observation seen = observations.get();
        HeapSample heap = Evidence.newest(seen.evidence().heap());
        NonHeapSample nonHeap = Evidence.newest(seen.evidence().nonHeap());
        var memory = ManagementFactory.getMemoryMXBean();
        return Reply.json(new Body(
                seen.at(),
                Memory.of(memory.getHeapMemoryUsage()),
                Memory.of(memory.getNonHeapMemoryUsage()),
                heap == null ? null : (Long) heap.usedAfterGcBytes(),
                nonHeap == null ? null : (Long) (nonHeap.directBytes() + nonHeap.mappedBytes()),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(bean -> new Collector(
                                bean.getName(),
                                Math.max(0, bean.getCollectionCount()),
                                Math.max(0, bean.getCollectionTime()) / 1e3))
                        .toList(),
                nonHeap == null || nonHeap.rssBytes() < 0 ? null : (Long) nonHeap.rssBytes(),
                ContainerEntries.of(seen.evidence()),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3,
                GcShare.now(),
                seen.agent().cost()));
    }
}
