package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A rate limiter: full buckets are dropped, but one is refilled only when its client returns; scanners from all over do not. */
public final class ClientBuckets implements Program {
    private static final double FULL = 20;
    private final ConcurrentNavigableMap<String, Bucket> buckets = new ConcurrentSkipListMap<>();
    private final Random random = new Random(102);
    private int refused;

    private static final class Bucket {
        private double tokens = FULL;
        private double refilled;

        private boolean take(double now) {
            tokens = Math.min(FULL, tokens + (now - refilled) * 5);
            refilled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        private boolean isFull() {
            return tokens >= FULL;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 30; i++) {
            request("10.0." + random.nextInt(20) + "." + random.nextInt(40), moment.seconds());
        }
        if (moment.seconds() > 25) {
            for (int i = 0; i < 100; i++) {
                int address = random.nextInt();
                request((address >>> 16) + ":" + (address & 0xffff) + ":" + random.nextInt(9999), moment.seconds());
            }
        }
        if (moment.tick() % 100 == 0) {
            buckets.values().removeIf(Bucket::isFull);
        }
    }

    private void request(String client, double now) {
        if (!buckets.computeIfAbsent(client, unknown -> new Bucket()).take(now)) {
            refused++;
        }
    }

    @Override
    public String toString() {
        return refused + " refused";
    }
}
