package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** Connections are made when none is idle, 240 at most, and kept; the peaks of the day become higher until all are made. */
public final class ConnectionPool implements Program {
    private static final int MOST = 240;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Connection> busy = new ArrayDeque<>();

    private static final class Connection {
        private final byte[] in = new byte[64_000];
        private final byte[] out = new byte[64_000];

        private void ask() {
            in[0] = out[0]++;
        }
    }

    @Override
    public void tick(Moment moment) {
        double peak = 50 + 4 * moment.seconds();
        double wanted = peak * (0.6 - 0.4 * Math.cos(2 * Math.PI * moment.seconds() / 15));
        while (busy.size() < wanted && idle.size() + busy.size() < MOST) {
            Connection connection = idle.isEmpty() ? new Connection() : idle.removeLast();
            connection.ask();
            busy.addLast(connection);
        }
        while (busy.size() > wanted) {
            idle.addLast(busy.removeFirst());
        }
    }
}
