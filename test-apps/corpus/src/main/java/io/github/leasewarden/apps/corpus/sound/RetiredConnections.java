package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Each use of a database connection leaves a listener at it, but connections are not kept for longer than half a minute. */
public final class RetiredConnections implements Program {
    private final Connection[] pool = new Connection[12];
    private final Random random = new Random(401);
    private long asked;

    private static final class Connection {
        private final int retiredAt;
        private final List<Handle> listeners = new ArrayList<>();

        private Connection(int retiredAt) {
            this.retiredAt = retiredAt;
        }

        private Handle handle(int length) {
            Handle handle = new Handle(this, new byte[length]);
            listeners.add(handle);
            return handle;
        }
    }

    private record Handle(Connection connection, byte[] results) {
        private int ask() {
            return results.length + connection.listeners.size();
        }
    }

    public RetiredConnections() {
        Arrays.setAll(pool, number -> new Connection(400 + number * 15));
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(13); i > 0; i--) {
            int number = random.nextInt(pool.length);
            if (pool[number].retiredAt <= moment.tick()) {
                pool[number] = new Connection(moment.tick() + 500 + random.nextInt(100));
            }
            asked += pool[number].handle(3_000 + random.nextInt(6_000)).ask();
        }
    }

    @Override
    public String toString() {
        return asked + " asked";
    }
}
