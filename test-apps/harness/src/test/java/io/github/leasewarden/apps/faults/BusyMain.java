package io.github.leasewarden.apps.faults;

import java.util.ArrayList;
import java.util.List;

/** Uses fifty long-lived resources all the time. */
public final class BusyMain {
    private BusyMain() {}

    public static void main(String[] args) throws InterruptedException {
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            things.add(new Thing());
        }
        for (int round = 0; round < Integer.parseInt(args[0]) * 10; round++) {
            things.forEach(Thing::use);
            Thread.sleep(100);
        }
        System.out.println(
                "closed by somebody: " + things.stream().filter(Thing::isClosed).count());
        things.forEach(Thing::close);
    }
}
