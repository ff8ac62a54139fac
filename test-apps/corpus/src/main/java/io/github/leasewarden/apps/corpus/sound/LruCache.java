package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cache of the newest 2000 pages that fills for two thirds of the run. */
public final class LruCache implements Program {
    private static final int MOST = 2000;

    private final Map<Integer, Page> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Page> eldest) {
            return size() > MOST;
        }
    };

    private record Page(int number, byte[] html) {}

    @Override
    public void tick(Moment moment) {
        int newest = (int) (moment.share() * MOST * 3 / 2);
        cache.computeIfAbsent(newest, number -> new Page(number, new byte[30_000]));
        cache.computeIfAbsent(newest - 1, number -> new Page(number, new byte[30_000]));
    }
}
