package io.github.leasewarden.apps.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Uses fifty long-lived resources all the time. Arguments in milliseconds: for how long, the pause between two uses, and how long a
 * resource may rest before somebody may close it. What this program itself left unused for that long, because its machine was busy, does
 * not count.
 */
public final class BusyMain {
    /** The clock of leases is that coarse, on either side. */
    private static final long TICKS_MILLIS = 200;

    private BusyMain() {}

    public static void main(String[] args) throws InterruptedException {
        long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000;
        long pause = Long.parseLong(args[1]);
        long restNanos = (Long.parseLong(args[2]) - TICKS_MILLIS) * 1_000_000;
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            things.add(new Thing());
        }
        long[] lastUse = new long[things.size()];
        boolean[] rested = new boolean[things.size()];
        while (System.nanoTime() < end) {
            for (int i = 0; i < lastUse.length; i++) {
                rested[i] |= lastUse[i] != 0 && System.nanoTime() - lastUse[i] > restNanos;
                things.get(i).use();
                lastUse[i] = System.nanoTime();
            }
            Thread.sleep(pause);
        }
        int closed = 0;
        int wrongly = 0;
        for (int i = 0; i < rested.length; i++) {
            if (things.get(i).isClosed()) {
                closed++;
                wrongly += rested[i] ? 0 : 1;
            }
        }
        System.out.println("closed by somebody: " + closed);
        System.out.println("closed although used in time: " + wrongly);
        things.forEach(Thing::close);
    }
}
