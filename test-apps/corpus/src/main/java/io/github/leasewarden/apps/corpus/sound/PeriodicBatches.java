package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** A job every fifteen seconds that holds its rows while it runs. */
public final class PeriodicBatches implements Program {
    private final List<Record> records = new ArrayList<>();

    private static final class Record {
        private final byte[] cells = new byte[20_000];

        private int sum() {
            return cells[0];
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 300 < 100) {
            for (int i = 0; i < 20; i++) {
                records.add(new Record());
            }
        } else {
            records.forEach(Record::sum);
            records.clear();
        }
    }
}
