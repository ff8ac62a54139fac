package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;

/** The newest 1500 measurements in an array of that size, filled for the first time at five sixths of the run. */
public final class RingBuffer implements Program {
    private final Sample[] ring = new Sample[1500];

    private record Sample(int tick, byte[] trace) {}

    @Override
    public void tick(Moment moment) {
        ring[moment.tick() % ring.length] = new Sample(moment.tick(), new byte[40_000]);
    }
}
