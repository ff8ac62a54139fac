package io.github.leasewarden.apps.faults;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Holds a million idle leases that fall due together, and prints what that costs the application. */
public final class MillionMain {
    private MillionMain() {}

    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        long before = heap();
        List<Thing> things = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            things.add(new Thing());
        }
        System.out.println("bytes each: " + (heap() - before) / count);
        long[] micros = new long[seconds * 1000];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            try (Thing thing = new Thing()) {
                thing.use();
            }
            micros[i] = (System.nanoTime() - start) / 1000;
            Thread.sleep(1);
        }
        Arrays.sort(micros);
        System.out.println("p99 micros: " + micros[micros.length * 99 / 100]);
        System.out.println(
                "closed by somebody: " + things.stream().filter(Thing::isClosed).count());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
