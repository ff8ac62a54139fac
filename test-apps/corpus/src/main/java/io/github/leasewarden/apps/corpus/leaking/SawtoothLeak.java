package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A batch that fills and empties every twenty seconds, and under it an index of invoices that is never emptied. */
public final class SawtoothLeak implements Program {
    private final List<byte[]> batch = new ArrayList<>();
    private final Map<Integer, Invoice> index = new HashMap<>();

    private record Invoice(int number, byte[] pdf) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 10; i++) {
            batch.add(new byte[10_000]);
        }
        if (moment.tick() % 400 == 0) {
            batch.clear();
        }
        index.put(moment.tick(), new Invoice(moment.tick(), new byte[20_000]));
    }
}
