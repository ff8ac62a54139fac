package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Timer;
import java.util.TimerTask;

/** Each connection has a timer of its own for heartbeats; closing the connection forgets to cancel it. */
public final class HeartbeatTimers implements Program {
    private final Deque<Connection> open = new ArrayDeque<>();

    private static final class Connection {
        private final byte[] buffer = new byte[30_000];
        private final Timer timer;
        private boolean closed;

        private Connection(int number) {
            timer = new Timer("heartbeat-" + number, true);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            beat();
                        }
                    },
                    5_000,
                    5_000);
        }

        private synchronized void beat() {
            if (!closed) {
                buffer[0]++;
            }
        }

        private synchronized void close() {
            closed = true;
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 20 == 0) {
            open.addLast(new Connection(moment.tick() / 20));
        }
        if (open.size() > 10) {
            open.removeFirst().close();
        }
    }
}
