package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** The newest hundred frames of a camera, as a view of a list that moves on by one; the list below keeps every frame. */
public final class NewestFrames implements Program {
    private List<Frame> newest = new ArrayList<>();
    private long brightness;

    private record Frame(int number, byte[] pixels) {}

    @Override
    public void tick(Moment moment) {
        newest.add(new Frame(moment.tick(), new byte[60_000]));
        if (newest.size() > 100) {
            newest = newest.subList(1, newest.size());
        }
        Frame oldest = newest.get(0);
        brightness += oldest.pixels[oldest.number % oldest.pixels.length];
    }

    @Override
    public String toString() {
        return "brightness " + brightness;
    }
}
