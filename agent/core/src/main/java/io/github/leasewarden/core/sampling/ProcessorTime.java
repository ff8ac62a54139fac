package io.github.leasewarden.core.sampling;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time of the whole process. */
final class ProcessorTime {
    /** The JVM's processor clock ticks this often on some systems. */
    private static final Duration TICK = Duration.ofMillis(10);

    private ProcessorTime() {}

    /** Nanoseconds, or -1 where this JVM does not say. */
    static long nanos() {
        try {
            return ManagementFactory.getOperatingSystemMXBean()
                            instanceof com.sun.management.OperatingSystemMXBean system
                    ? system.getProcessCpuTime()
                    : -1;
        } catch (LinkageError withoutModuleJdkManagement) {
            return -1;
        }
    }

    /**
     * How much of a pause grows with the heap: what was computed. The rest waited for a processor, on which a smaller heap would have
     * waited as well.
     */
    static Duration work(Duration pause, long cpuBefore, long cpuAfter) {
        Duration cpu = Duration.ofNanos(cpuAfter - cpuBefore).plus(TICK);
        return cpuBefore < 0 || cpu.compareTo(pause) > 0 ? pause : cpu;
    }
}
