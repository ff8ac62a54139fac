package io.github.leasewarden.apps.faults;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds a million idle leases that fall due together, works on until enough of them were closed by somebody else, and prints what that cost
 * the application. Arguments: how many, how many closed are enough, and the most seconds to wait for it.
 */
public final class MillionMain {
    private MillionMain() {}

    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[0]);
        long enough = Long.parseLong(args[1]);
        int seconds = Integer.parseInt(args[2]);
        long before = heap();
        List<Thing> things = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            things.add(new Thing());
        }
        System.out.println("bytes each: " + (heap() - before) / count);
        long[] micros = new long[seconds * 1000];
        long closed = 0;
        int worked = 0;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (closed < enough && worked < micros.length && System.nanoTime() < end) {
            long start = System.nanoTime();
            try (Thing thing = new Thing()) {
                thing.use();
            }
            micros[worked++] = (System.nanoTime() - start) / 1000;
            Thread.sleep(1);
            if (worked % 500 == 0) {
                closed = things.stream().filter(Thing::isClosed).count();
            }
        }
        long livedMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        Arrays.sort(micros, 0, worked);
        System.out.println("p99 micros: " + micros[worked * 99 / 100]);
        System.out.println("closed by somebody: " + closed);
        System.out.println("lived millis: " + livedMillis);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
