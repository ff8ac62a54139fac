package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** Healthy for two fifths of the run; then the consumer of the retry queue is gone and nobody notices. */
public final class LateLeak implements Program {
    private final Deque<Retry> retries = new ArrayDeque<>();

    private static final class Retry {
        private final long[] payload = new long[3000];

        private Retry(int tick) {
            payload[0] = tick;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 2; i++) {
            retries.addLast(new Retry(moment.tick()));
            if (moment.share() < 0.4) {
                retries.pollFirst();
            }
        }
    }
}
