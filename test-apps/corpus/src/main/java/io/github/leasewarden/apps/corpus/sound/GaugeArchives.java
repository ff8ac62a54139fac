package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Random;

/** A hundred gauges, the newest values of each in fine, coarse and coarser steps, for ten, thirty and fifty seconds. */
public final class GaugeArchives implements Program {
    private final Archive[] gauges = new Archive[100];
    private final Random random = new Random(810);

    private static final class Summary {
        private final int[] spread = new int[64];
        private double sum;
        private double greatest = Double.NEGATIVE_INFINITY;

        private static Summary of(double value) {
            Summary summary = new Summary();
            summary.spread[(int) value] = 1;
            summary.sum = value;
            summary.greatest = value;
            return summary;
        }

        private void add(Summary other) {
            for (int i = 0; i < spread.length; i++) {
                spread[i] += other.spread[i];
            }
            sum += other.sum;
            greatest = Math.max(greatest, other.greatest);
        }
    }

    private static final class Archive {
        private final Summary[] newest;
        private final int together;
        private final Archive coarser;
        private int added;

        private Archive(int length, int together, Archive coarser) {
            newest = new Summary[length];
            this.together = together;
            this.coarser = coarser;
        }

        private void add(Summary summary) {
            newest[added++ % newest.length] = summary;
            if (coarser != null && added % together == 0) {
                Summary sum = new Summary();
                for (int back = 1; back <= together; back++) {
                    sum.add(newest[(added - back) % newest.length]);
                }
                coarser.add(sum);
            }
        }
    }

    public GaugeArchives() {
        Arrays.setAll(gauges, number -> new Archive(200, 5, new Archive(120, 2, new Archive(100, 1, null))));
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < gauges.length; i++) {
            double wave = 32 + 16 * Math.sin(moment.seconds() / (3 + i));
            gauges[i].add(Summary.of(wave + 15 * random.nextDouble()));
        }
    }
}
