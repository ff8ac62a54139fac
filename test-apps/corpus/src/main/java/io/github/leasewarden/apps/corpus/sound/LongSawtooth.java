package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** A batch that takes two thirds of the run to fill. */
public final class LongSawtooth implements Program {
    private List<Reading> batch = new ArrayList<>();

    private record Reading(int tick, double[] values) {}

    @Override
    public void tick(Moment moment) {
        batch.add(new Reading(moment.tick(), new double[3000]));
        if (moment.tick() == moment.ticks() * 2 / 3) {
            batch = new ArrayList<>();
        }
    }
}
