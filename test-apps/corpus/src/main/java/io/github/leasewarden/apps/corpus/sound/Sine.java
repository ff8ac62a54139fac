package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** Requests in flight come and go with the time of day, every forty seconds. */
public final class Sine implements Program {
    private final Deque<Request> inFlight = new ArrayDeque<>();

    private record Request(int tick, byte[] body) {}

    @Override
    public void tick(Moment moment) {
        double wanted = 3000 + 2500 * Math.sin(2 * Math.PI * moment.seconds() / 40);
        while (inFlight.size() < wanted) {
            inFlight.addLast(new Request(moment.tick(), new byte[10_000]));
        }
        while (inFlight.size() > wanted) {
            inFlight.removeFirst();
        }
    }
}
