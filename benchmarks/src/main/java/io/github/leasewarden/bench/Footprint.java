package io.github.leasewarden.bench;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Locale;
import org.openjdk.jol.info.ClassLayout;

/**
 * Opens many resources, keeps them and prints how many bytes of heap each costs. The difference between a run with the agent and one
 * without is what a live lease costs, with everything that belongs to it: injected field, lease, its place in the list of leases.
 */
public final class Footprint {
    private static final int WARM_UP = 10_000;

    private Footprint() {}

    /** @param args how many to open, and "layout" to print the lease's own layout instead */
    public static void main(String[] args) throws Exception {
        Resource[] kept = new Resource[Integer.parseInt(args[0])];
        for (int i = 0; i < WARM_UP; i++) {
            new Resource().close();
        }
        if (args.length > 1) {
            printLayout(new Resource());
            return;
        }
        Thread.sleep(2_000); // let whatever starts beside us finish
        long before = heapAfterCollection();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new Resource();
        }
        long after = heapAfterCollection();
        System.out.printf(Locale.ROOT, "%.2f%n", (after - before) / (double) kept.length);
        for (Resource resource : kept) {
            resource.close();
        }
    }

    private static long heapAfterCollection() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(150);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void printLayout(Resource resource) throws IllegalAccessException {
        System.out.println(ClassLayout.parseInstance(resource).toPrintable());
        for (Field field : Resource.class.getDeclaredFields()) {
            if (field.isSynthetic()) {
                field.setAccessible(true);
                System.out.println(
                        ClassLayout.parseInstance(field.get(resource)).toPrintable());
            }
        }
    }
}
