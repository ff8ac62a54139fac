package io.github.leasewarden.apps.observe;

import java.util.ArrayList;
import java.util.List;

/** Opens orders, forgets them, uses the oldest again, fills its heap to a degree, and collects garbage. Runs for so many seconds. */
public final class ShopMain {
    private ShopMain() {}

    /** @param args seconds to run, share of the heap to fill in percent */
    public static void main(String[] args) throws InterruptedException {
        int seconds = Integer.parseInt(args[0]);
        long keep = Runtime.getRuntime().maxMemory() / 100 * Integer.parseInt(args[1]);
        List<byte[]> ballast = new ArrayList<>();
        for (long kept = 0; kept < keep; kept += 64 << 10) {
            ballast.add(new byte[64 << 10]);
        }
        Till till = new Till();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < seconds * 20; i++) {
            orders.add(new Order());
            if (i % 40 == 39) {
                orders.get(0).use();
                System.gc();
            }
            Thread.sleep(50);
        }
        System.out.println(
                orders.size() + " orders, till of " + till.size() + ", " + (ballast.isEmpty() ? "lean" : "fat"));
    }
}
