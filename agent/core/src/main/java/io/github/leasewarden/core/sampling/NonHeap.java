package io.github.leasewarden.core.sampling;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Reads memory outside the heap. MXBeans and {@code /proc/self/status}, because JFR's ResidentSetSize event does not exist
 * on 17.
 */
public final class NonHeap {
    private final Path procStatus;
    private final UptimeClock clock;

    public NonHeap(UptimeClock clock) {
        this(clock, Path.of("/proc/self/status"));
    }

    NonHeap(UptimeClock clock, Path procStatus) {
        this.clock = clock;
        this.procStatus = procStatus;
    }

    public NonHeapSample read() {
        return new NonHeapSample(
                clock.uptimeNanos(),
                rssBytes(),
                bufferBytes("direct"),
                bufferBytes("mapped"),
                metaspaceBytes(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    /** {@code VmRSS:    123456 kB}, or -1 where there is no such line. */
    private long rssBytes() {
        try (Stream<String> lines = Files.lines(procStatus)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .filter(digits -> !digits.isEmpty())
                    .findFirst()
                    .map(kibibytes -> Long.parseLong(kibibytes) << 10)
                    .orElse(-1L);
        } catch (IOException | RuntimeException notLinux) {
            return -1;
        }
    }

    /** {@code "mapped"} includes {@code "mapped - 'non-volatile memory'"}. */
    private static long bufferBytes(String prefix) {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().startsWith(prefix))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long metaspaceBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
