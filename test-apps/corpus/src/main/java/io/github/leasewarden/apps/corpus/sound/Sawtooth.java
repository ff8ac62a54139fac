package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** A batch that is sent every twenty-five seconds. */
public final class Sawtooth implements Program {
    private final List<Row> batch = new ArrayList<>();

    private record Row(int number, byte[] cells) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 10; i++) {
            batch.add(new Row(moment.tick(), new byte[10_000]));
        }
        if (moment.tick() % 500 == 0) {
            batch.clear();
        }
    }
}
