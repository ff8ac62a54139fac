package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cache of fifty reports whose key forgot equals: it never hits. */
public final class BrokenKey implements Program {
    private static final Map<ReportKey, byte[]> CACHE = new ConcurrentHashMap<>();

    private static final class ReportKey {
        private final int id;

        private ReportKey(int id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return "report " + id;
        }
    }

    @Override
    public void tick(Moment moment) {
        CACHE.computeIfAbsent(new ReportKey(moment.tick() % 50), key -> new byte[30_000]);
    }
}
