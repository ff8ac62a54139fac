package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Latencies by endpoint and outcome for the last forty seconds: a bucket for each second, and the oldest bucket is dropped. */
public final class EndpointRates implements Program {
    private static final int SECONDS = 40;
    private final Deque<Bucket> buckets = new ArrayDeque<>();
    private final Random random = new Random(202);

    private enum Outcome {
        OK,
        REDIRECT,
        REFUSED,
        FAILED
    }

    private static final class Bucket {
        private final int second;
        private final Map<Outcome, Map<Integer, int[]>> histograms = new EnumMap<>(Outcome.class);

        private Bucket(int second) {
            this.second = second;
        }

        private void add(Outcome outcome, int endpoint, int latency) {
            histograms.computeIfAbsent(outcome, unseen -> new HashMap<>())
                    .computeIfAbsent(endpoint, unseen -> new int[250])[latency]++;
        }
    }

    @Override
    public void tick(Moment moment) {
        int second = (int) moment.seconds();
        if (buckets.isEmpty() || buckets.getLast().second < second) {
            buckets.addLast(new Bucket(second));
        }
        while (buckets.getFirst().second <= second - SECONDS) {
            buckets.removeFirst();
        }
        for (int i = 10 + random.nextInt(30); i > 0; i--) {
            Outcome outcome = Outcome.values()[random.nextInt(random.nextInt(4) + 1)];
            buckets.getLast().add(outcome, random.nextInt(400), random.nextInt(250));
        }
    }
}
