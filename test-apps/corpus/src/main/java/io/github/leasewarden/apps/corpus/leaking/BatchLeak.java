package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job every ten seconds; its rows are dropped, its failures are remembered for ever. */
public final class BatchLeak implements Program {
    private final Map<Integer, Failure> failures = new HashMap<>();
    private List<byte[]> rows = new ArrayList<>();

    private record Failure(int row, byte[] dump) {}

    @Override
    public void tick(Moment moment) {
        int inJob = moment.tick() % 200;
        if (inJob < 60) {
            rows.add(new byte[300_000]);
            failures.put(moment.tick(), new Failure(moment.tick(), new byte[60_000]));
        } else if (inJob == 60) {
            rows = new ArrayList<>();
        }
    }
}
