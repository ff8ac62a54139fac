package io.github.leasewarden.apps.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Has a pool that answers whoever asks for its figures once, and never comes back the second time. Ends as soon as that has
 * happened; given the name of a file, once there is that file too.
 */
public final class HungTillMain {
    private static final CountDownLatch HANGS = new CountDownLatch(1);

    private HungTillMain() {}

    static final class HungTill extends Till {
        private boolean asked;

        @Override
        public int inUse() {
            if (asked) {
                hang();
            }
            asked = true;
            return super.inUse();
        }

        /** Not exhausted: no alert brings a report before the last. */
        @Override
        public int max() {
            return 4;
        }

        private static void hang() {
            HANGS.countDown();
            while (true) {
                try {
                    Thread.currentThread().join();
                } catch (InterruptedException e) {
                    // as deaf as native code
                }
            }
        }
    }

    public static void main(String... args) throws InterruptedException {
        Till till = new HungTill();
        HANGS.await();
        System.out.println("hangs: " + till.address());
        while (args.length > 0 && !Files.exists(Path.of(args[0]))) {
            Thread.sleep(50);
        }
    }
}
