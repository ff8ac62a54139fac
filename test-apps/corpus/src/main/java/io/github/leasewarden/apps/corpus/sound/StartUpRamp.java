package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** Fifteen seconds of loading, then business as usual. */
public final class StartUpRamp implements Program {
    private final List<Map> maps = new ArrayList<>();

    private record Map(int number, byte[] tiles) {}

    @Override
    public void tick(Moment moment) {
        if (moment.seconds() < 15) {
            maps.add(new Map(moment.tick(), new byte[200_000]));
        }
    }
}
