package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All a verdict rests on. Every list is time-ordered, oldest first, and bounded by whoever fills it
 * ({@link io.github.leasewarden.core.sampling.History}).
 *
 * @param heap heap after GC
 * @param leases all sites, at regular moments
 * @param classes class histograms, taken on suspicion
 * @param nonHeap memory outside the heap and threads, at regular moments
 * @param container memory of the container, at regular moments; empty where nothing limits it or nobody can say
 * @param pools connection pools, now
 * @param inspection what was looked at closely
 * @param maxHeapBytes {@code -Xmx}, or -1 if the JVM knows no limit
 * @param uptimeNanos nanoseconds since the agent's start
 */
public record Evidence(
        List<HeapSample> heap,
        List<LeaseCensus> leases,
        List<ClassCensus> classes,
        List<NonHeapSample> nonHeap,
        List<ContainerSample> container,
        List<PoolSample> pools,
        Inspection inspection,
        long maxHeapBytes,
        long uptimeNanos,
        DetectionSettings settings) {
    public Evidence {
        heap = List.copyOf(heap);
        leases = List.copyOf(leases);
        classes = List.copyOf(classes);
        nonHeap = List.copyOf(nonHeap);
        container = List.copyOf(container);
        pools = List.copyOf(pools);
    }

    /** The last of one of these lists; null if it is empty. */
    public static <T> @Nullable T newest(List<T> list) {
        return list.isEmpty() ? null : list.get(list.size() - 1);
    }

    /** Nothing known yet. */
    public static Evidence none(DetectionSettings settings) {
        return new Evidence(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Inspection.NONE, -1, 0, settings);
    }

    public Evidence withHeap(List<HeapSample> heap, long maxHeapBytes) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    public Evidence withLeases(List<LeaseCensus> leases) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    public Evidence withClasses(List<ClassCensus> classes) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    public Evidence withNonHeap(List<NonHeapSample> nonHeap) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    public Evidence withContainer(List<ContainerSample> container) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    public Evidence withPools(List<PoolSample> pools) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    public Evidence withInspection(Inspection inspection) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }

    /** Without what was measured of the heap later: while the JVM exits, its hooks let go of what nobody let go of before. */
    public Evidence withHeapUntil(long uptimeNanos) {
        return withHeap(
                        heap.stream()
                                .filter(sample -> sample.uptimeNanos() <= uptimeNanos)
                                .toList(),
                        maxHeapBytes)
                .withClasses(classes.stream()
                        .filter(census -> census.uptimeNanos() <= uptimeNanos)
                        .toList());
    }

    public Evidence withUptimeNanos(long uptimeNanos) {
        return new Evidence(
                heap, leases, classes, nonHeap, container, pools, inspection, maxHeapBytes, uptimeNanos, settings);
    }
}
