package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** A queue whose length wanders between nothing and eighty megabytes. */
public final class Wandering implements Program {
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Random random = new Random(23);

    private record Job(int tick, byte[] input) {}

    @Override
    public void tick(Moment moment) {
        int step = (int) Math.round(random.nextGaussian() * 60 - (jobs.size() - 1500) * 0.01);
        for (int i = 0; i < step && jobs.size() < 4000; i++) {
            jobs.addLast(new Job(moment.tick(), new byte[20_000]));
        }
        for (int i = 0; i > step; i--) {
            jobs.pollFirst();
        }
    }
}
