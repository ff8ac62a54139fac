package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;

/** A search index is built anew every thirty seconds, beside the one in use, and takes its place when it is complete. */
public final class IndexRebuild implements Program {
    private static final int WORDS = 2000;
    private Map<String, int[]> inUse = Map.of();
    private Map<String, int[]> next = new HashMap<>();
    private int found;

    @Override
    public void tick(Moment moment) {
        int inCycle = (moment.tick() - 1) % 600;
        if (inCycle < 400) {
            for (int i = 0; i < WORDS / 400; i++) {
                next.put("word" + next.size(), new int[2_000 + next.size() % 10 * 200]);
            }
        } else if (inCycle == 400) {
            inUse = next;
            next = new HashMap<>();
        }
        found += inUse.getOrDefault("word" + moment.tick() % WORDS, new int[0]).length;
    }

    @Override
    public String toString() {
        return found + " found";
    }
}
