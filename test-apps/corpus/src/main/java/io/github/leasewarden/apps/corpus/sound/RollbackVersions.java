package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** Settings as arrays that are copied on the way to a change and shared otherwise; the newest 800 versions are kept. */
public final class RollbackVersions implements Program {
    private static final int VERSIONS = 800;
    private static final int WIDTH = 16;
    private final Deque<Object[]> versions = new ArrayDeque<>();
    private final Random random = new Random(407);

    public RollbackVersions() {
        versions.addLast(new Object[WIDTH]);
    }

    @Override
    public void tick(Moment moment) {
        Object[] version = versions.getLast();
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            version = with(version, random.nextInt(WIDTH * WIDTH * WIDTH), WIDTH * WIDTH, "setting " + moment.tick());
        }
        versions.addLast(version);
        if (versions.size() > VERSIONS) {
            versions.removeFirst();
        }
    }

    private static Object[] with(Object[] old, int index, int below, Object value) {
        Object[] copy = old == null ? new Object[WIDTH] : old.clone();
        int slot = index / below;
        copy[slot] = below == 1 ? value : with((Object[]) copy[slot], index % below, below / WIDTH, value);
        return copy;
    }
}
