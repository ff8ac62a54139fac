package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Requests have a time-out in a wheel that goes round in fifty seconds; a cancelled one stays there until the wheel comes by. */
public final class TimerWheel implements Program {
    private static final int SLOTS = 1000;
    private static final int TIMEOUT = 950;
    private final List<Deque<Timeout>> slots = new ArrayList<>();
    private final Deque<Timeout> waiting = new ArrayDeque<>();
    private final Random random = new Random(411);
    private int expired;

    private static final class Timeout {
        private final byte[] request;
        private boolean cancelled;

        private Timeout(int length) {
            request = new byte[length];
        }

        private int expire() {
            return cancelled ? 0 : request.length;
        }
    }

    public TimerWheel() {
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayDeque<>());
        }
    }

    @Override
    public void tick(Moment moment) {
        Deque<Timeout> due = slots.get(moment.tick() % SLOTS);
        while (!due.isEmpty()) {
            expired += due.removeFirst().expire();
        }
        for (int i = random.nextInt(19); i > 0; i--) {
            Timeout timeout = new Timeout(1_000 + random.nextInt(3_000));
            slots.get((moment.tick() + TIMEOUT) % SLOTS).addLast(timeout);
            waiting.addLast(timeout);
        }
        while (waiting.size() > 400) {
            waiting.removeFirst().cancelled = true;
        }
    }

    @Override
    public String toString() {
        return expired + " bytes expired";
    }
}
