package io.github.leasewarden.apps.faults;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

/** Opens and closes a million leases and prints what is left of the agent's objects and of the heap. */
public final class ChurnMain {
    private ChurnMain() {}

    public static void main(String[] args) throws Exception {
        PropertyChangeSupport topic = new PropertyChangeSupport("topic");
        churn(topic, 200_000);
        Thread.sleep(3_000);
        long objects = agentObjects();
        long heap = heap();
        churn(topic, 1_000_000);
        Thread.sleep(3_000);
        System.out.println("agent objects: " + objects + " -> " + agentObjects());
        System.out.println("heap bytes grown: " + (heap() - heap));
    }

    private static void churn(PropertyChangeSupport topic, int times) {
        for (int i = 0; i < times; i++) {
            try (Thing thing = new Thing()) {
                thing.use();
                PropertyChangeListener listener = event -> thing.use();
                topic.addPropertyChangeListener(listener);
                topic.removePropertyChangeListener(listener);
            }
        }
    }

    /** Leases and what belongs to them; samples and reports are bounded by other means. */
    private static long agentObjects() throws Exception {
        System.gc(); // a histogram skips its own collection while somebody is in a critical section of native code
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .filter(line -> line.contains("io.github.leasewarden.core.lease."))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[1]))
                .sum();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
