package io.github.leasewarden.core.sampling;

import java.lang.management.ManagementFactory;

/** Whether this JVM runs Shenandoah with generations, whose collections cannot be told apart by name. */
final class GenerationalShenandoah {
    private GenerationalShenandoah() {}

    static boolean inUse() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(pool -> "Shenandoah Old Gen".equals(pool.getName()));
    }
}
