package io.github.leasewarden.apps.load;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What an agent in this JVM counts, read over JMX as any monitoring would; nothing if there is none. */
final class Leases {
    /** Counts are as old as the agent's last look, 10 s unless it was told otherwise. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final boolean counted;
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName bean;

    private Leases(boolean counted) {
        this.counted = counted;
        try {
            bean = new ObjectName("io.github.leasewarden:type=Leasewarden");
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    static Leases ofThisJvm() {
        return new Leases(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-javaagent:") && argument.contains("leasewarden")));
    }

    boolean areCounted() {
        return counted;
    }

    /** Open leases by kind, at the agent's last look. */
    Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        // the agent puts its bean there some time after the application first asked for the server
        if (!counted || !server.isRegistered(bean)) {
            return open;
        }
        try {
            for (Object row : ((TabularData) server.getAttribute(bean, "OpenLeases")).values()) {
                CompositeData entry = (CompositeData) row;
                open.put((String) entry.get("key"), (Long) entry.get("value"));
            }
        } catch (JMException e) {
            throw new IllegalStateException("cannot read " + bean, e);
        }
        return open;
    }

    void awaitAtLeast(String kind, int count) throws InterruptedException {
        Waiting.until(
                () -> open().getOrDefault(kind, 0L) >= count,
                PATIENCE,
                () -> "the agent counts " + open() + " and not " + count + " of " + kind);
    }
}
