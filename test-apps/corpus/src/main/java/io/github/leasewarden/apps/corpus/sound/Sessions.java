package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** Users who stay for ten seconds on average, and always leave. */
public final class Sessions implements Program {
    private final Map<Integer, Session> sessions = new HashMap<>();
    private final Queue<Leaving> leaving = new PriorityQueue<>((one, other) -> Integer.compare(one.tick, other.tick));
    private final Random random = new Random(11);
    private int users;

    private record Session(int user, byte[] basket) {}

    private record Leaving(int tick, int user) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 8; i++) {
            sessions.put(++users, new Session(users, new byte[20_000]));
            leaving.add(new Leaving(moment.tick() + (int) (-200 * Math.log(1 - random.nextDouble())), users));
        }
        for (Leaving next = leaving.peek(); next != null && next.tick <= moment.tick(); next = leaving.peek()) {
            sessions.remove(leaving.remove().user);
        }
    }
}
