package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Timers labelled with the path of a request, which can be anything; but from the 6000th on all others share a timer. */
public final class CappedLabels implements Program {
    private static final int MOST = 6000;
    private final Map<String, PathTimer> timers = new ConcurrentHashMap<>();
    private final PathTimer others = new PathTimer();
    private final Random random = new Random(412);

    private static final class PathTimer {
        private final int[] histogram = new int[350];

        private void add(int latency) {
            histogram[latency]++;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 12; i++) {
            String path = i < 5 ? "/orders/" + Long.toHexString(random.nextLong()) : "/articles/" + random.nextInt(200);
            timer(path).add(random.nextInt(350));
        }
    }

    private PathTimer timer(String path) {
        PathTimer timer = timers.get(path);
        if (timer == null && timers.size() < MOST) {
            timer = new PathTimer();
            timers.put(path, timer);
        }
        return timer == null ? others : timer;
    }
}
