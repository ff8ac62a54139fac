package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Rows are written to a table in memory, then to sorted runs; thirty runs are merged into one, newest row of a key only. */
public final class CompactedStore implements Program {
    private static final int KEYS = 1500;
    private final Random random = new Random(59);
    private List<NavigableMap<Integer, Row>> runs = new ArrayList<>();
    private NavigableMap<Integer, Row> table = new TreeMap<>();

    private record Row(int tick, byte[] cells) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 8; i++) {
            table.put(random.nextInt(KEYS), new Row(moment.tick(), new byte[8_000]));
        }
        if (table.size() >= 150) {
            runs.add(table);
            table = new TreeMap<>();
        }
        if (runs.size() > 30) {
            compact();
        }
    }

    private void compact() {
        NavigableMap<Integer, Row> merged = new TreeMap<>();
        runs.forEach(merged::putAll);
        runs = new ArrayList<>(List.of(merged));
    }
}
