package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;

/** A map keyed by session: entered at login, and logging out is the only way out, but one in five users never does. */
public final class SessionMap implements Program {
    private static final Map<String, UserSession> SESSIONS = new HashMap<>();

    private static final class UserSession {
        private final byte[] basket = new byte[20_000];

        private int use() {
            return basket[0]++;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 10; i++) {
            login("user-" + moment.tick() + "-" + i);
            if (i % 5 != 0 && moment.tick() > 40) {
                logout("user-" + (moment.tick() - 40) + "-" + i);
            }
        }
    }

    private static void login(String user) {
        SESSIONS.computeIfAbsent(user, name -> new UserSession()).use();
    }

    private static void logout(String user) {
        SESSIONS.remove(user);
    }
}
