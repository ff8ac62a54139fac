package io.github.leasewarden.core.http.api;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** How much of its life the JVM stood still for collections. */
final class GcShare {
    private GcShare() {}

    /** 0..1, since the JVM's start. Beans that count what runs beside the application are left out. */
    static double now() {
        long millis = 0;
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (!bean.getName().contains("Cycles") && !bean.getName().contains("Concurrent")) {
                millis += Math.max(0, bean.getCollectionTime());
            }
        }
        return (double) millis
                / Math.max(1, ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
