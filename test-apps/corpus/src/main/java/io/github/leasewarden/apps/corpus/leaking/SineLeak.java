package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Load that comes and goes every thirty seconds, and a history of visitors that only grows. */
public final class SineLeak implements Program {
    private final Deque<byte[]> inFlight = new ArrayDeque<>();
    private final List<Visit> history = new ArrayList<>();

    private record Visit(int tick, byte[] cookie) {}

    @Override
    public void tick(Moment moment) {
        double wanted = 2000 + 1500 * Math.sin(2 * Math.PI * moment.seconds() / 30);
        while (inFlight.size() < wanted) {
            inFlight.addLast(new byte[10_000]);
        }
        while (inFlight.size() > wanted) {
            inFlight.removeFirst();
        }
        history.add(new Visit(moment.tick(), new byte[25_000]));
    }
}
