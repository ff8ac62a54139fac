package io.github.leasewarden.apps.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Forgets ten resources that cannot be closed because it blocks for ever, ten because it throws, and ten that can be.
 * Ends when the file named by the argument is there.
 */
public final class StuckMain {
    private StuckMain() {}

    /** Blocks, whatever interrupts it. */
    public static final class Blocking extends Thing {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public void close() {
            super.close();
            while (true) {
                try {
                    never.await();
                    return;
                } catch (InterruptedException e) {
                    continue; // as bad code does
                }
            }
        }
    }

    /** Throws. */
    public static final class Throwing extends Thing {
        @Override
        public void close() {
            super.close();
            throw new IllegalStateException("cannot be closed today");
        }
    }

    public static void main(String[] args) throws InterruptedException {
        List<Thing> good = new ArrayList<>();
        List<Thing> bad = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bad.add(new Blocking());
            bad.add(new Throwing());
            good.add(new Thing());
        }
        Waiting.until(() -> good.stream().allMatch(Thing::isClosed));
        System.out.println(
                "good ones closed: " + good.stream().filter(Thing::isClosed).count());
        Waiting.until(() -> Files.exists(Path.of(args[0])));
        System.out.println(
                "bad ones tried: " + bad.stream().filter(Thing::isClosed).count());
    }
}
