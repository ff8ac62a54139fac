package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Statistics by customer in windows of twenty seconds, each closed when events for it can be no later any more. */
public final class TumblingWindows implements Program {
    private static final int SECONDS = 20;
    private static final int LATEST = 10;
    private final NavigableMap<Integer, Map<String, Statistics>> windows = new TreeMap<>();
    private final Random random = new Random(43);

    private static final class Statistics {
        private final long[] histogram = new long[300];

        private void add(int value) {
            histogram[value]++;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 60; i++) {
            double at = Math.max(0, moment.seconds() - random.nextDouble() * random.nextDouble() * LATEST);
            windows.computeIfAbsent((int) (at / SECONDS), window -> new HashMap<>())
                    .computeIfAbsent("customer " + random.nextInt(5000), customer -> new Statistics())
                    .add(random.nextInt(300));
        }
        while ((windows.firstKey() + 1) * SECONDS + LATEST < moment.seconds()) {
            windows.pollFirstEntry();
        }
    }
}
