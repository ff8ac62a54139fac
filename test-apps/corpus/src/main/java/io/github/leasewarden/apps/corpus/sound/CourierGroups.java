package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A tour takes twelve seconds, in a group of threads that goes with its thread; from second 25 on tours are more. */
public final class CourierGroups implements Program {
    private static final int MORE = 500;
    private static final int SECONDS = 12;
    private final AtomicLong delivered = new AtomicLong();
    private final Random random = new Random(808);
    private int tours;

    private static final class Tour extends ThreadGroup implements Runnable {
        private final byte[] parcels;
        private final AtomicLong delivered;

        @SuppressWarnings("removal")
        private Tour(String name, int length, AtomicLong delivered) {
            super(name);
            parcels = new byte[length];
            this.delivered = delivered;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                TimeUnit.SECONDS.sleep(SECONDS);
                delivered.addAndGet(parcels.length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % (moment.tick() < MORE ? 20 : 8) == 0) {
            Tour tour = new Tour("tour " + ++tours, 200_000 + random.nextInt(250_000), delivered);
            Thread thread = new Thread(tour, tour, tour.getName());
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public String toString() {
        return delivered + " delivered on " + tours + " tours";
    }
}
