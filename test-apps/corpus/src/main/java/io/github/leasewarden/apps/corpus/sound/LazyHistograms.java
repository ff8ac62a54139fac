package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Random;

/** Histograms of 400 endpoints, each in eight blocks that are made when a latency first falls into them; some seldom do. */
public final class LazyHistograms implements Program {
    private static final int MAGNITUDES = 8;
    private static final int BLOCK = 700;
    private final Histogram[] histograms = new Histogram[400];
    private final Random random = new Random(402);

    private static final class Histogram {
        private final long[][] blocks = new long[MAGNITUDES][];

        private void add(int magnitude, int within) {
            if (blocks[magnitude] == null) {
                blocks[magnitude] = new long[BLOCK];
            }
            blocks[magnitude][within]++;
        }
    }

    public LazyHistograms() {
        Arrays.setAll(histograms, endpoint -> new Histogram());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 60; i++) {
            int magnitude = (int) Math.min(MAGNITUDES - 1, -Math.log(1 - random.nextDouble()) * 1.7);
            histograms[random.nextInt(histograms.length)].add(magnitude, random.nextInt(BLOCK));
        }
    }
}
