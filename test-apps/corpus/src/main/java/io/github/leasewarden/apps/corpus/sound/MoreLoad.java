package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** Load that rises for two thirds of the run: every request takes two seconds, there are just more of them. */
public final class MoreLoad implements Program {
    private final Deque<Call> inFlight = new ArrayDeque<>();

    private record Call(int tick, byte[] body) {}

    @Override
    public void tick(Moment moment) {
        int calls = (int) Math.round(40 * Math.min(1, moment.share() * 1.5));
        for (int i = 0; i < calls; i++) {
            inFlight.addLast(new Call(moment.tick(), new byte[15_000]));
        }
        while (!inFlight.isEmpty() && inFlight.getFirst().tick < moment.tick() - 40) {
            inFlight.removeFirst();
        }
    }
}
