package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Corpus;
import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** Deliveries are retried after one, two, four … seconds, five times at most; for a while the receiver is down. */
public final class RetryBackoff implements Program {
    private static final int RETRIES = 5;
    private final Queue<Delivery> retries = new PriorityQueue<>(Comparator.comparingInt(Delivery::due));
    private final Random random = new Random(61);
    private int givenUp;

    private record Delivery(int due, int failures, byte[] parcel) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 4; i++) {
            deliver(new Delivery(moment.tick(), 0, new byte[10_000]), moment);
        }
        while (!retries.isEmpty() && retries.peek().due <= moment.tick()) {
            deliver(retries.remove(), moment);
        }
    }

    private void deliver(Delivery delivery, Moment moment) {
        double inCycle = moment.seconds() % 70;
        boolean down = inCycle >= 20 && inCycle < 45;
        if (!down && random.nextInt(5) > 0) {
            return;
        }
        if (delivery.failures == RETRIES) {
            givenUp++;
            return;
        }
        int due = moment.tick() + (Corpus.TICKS_PER_SECOND << delivery.failures);
        retries.add(new Delivery(due, delivery.failures + 1, delivery.parcel));
    }

    @Override
    public String toString() {
        return givenUp + " given up";
    }
}
