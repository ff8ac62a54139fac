package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Sessions that nobody ends; a cleaner comes every twenty seconds and takes those unused for fifteen. */
public final class IdleSessions implements Program {
    private static final long IDLE = TimeUnit.SECONDS.toNanos(15);
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Random random = new Random(47);
    private int users;

    private static final class Session {
        private final byte[] state = new byte[12_000];
        private volatile long used;

        private int use() {
            used = System.nanoTime();
            return state.length;
        }
    }

    public IdleSessions() {
        Thread cleaner = new Thread(this::clean, "session-cleaner");
        cleaner.setDaemon(true);
        cleaner.start();
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 5; i++) {
            boolean returning = users > 0 && random.nextInt(5) < 2;
            int user = returning ? users - random.nextInt(Math.min(users, 40)) : ++users;
            sessions.computeIfAbsent("session-" + user, id -> new Session()).use();
        }
    }

    private void clean() {
        try {
            while (true) {
                Thread.sleep(20_000);
                sessions.values().removeIf(session -> System.nanoTime() - session.used > IDLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
