package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** In this store a deleted row leaves a marker, for replicas that were away; compaction drops markers older than 25 seconds. */
public final class GracePeriod implements Program {
    private static final int LIVE = 1500;
    private static final int GRACE = 500;
    private final Deque<String> live = new ArrayDeque<>();
    private final Random random = new Random(405);
    private NavigableMap<String, Cell> base = new TreeMap<>();
    private NavigableMap<String, Cell> recent = new TreeMap<>();

    private interface Cell {}

    private record Row(byte[] columns) implements Cell {}

    private record Deleted(int tick) implements Cell {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(121); i > 0; i--) {
            String key = "warehouse/" + random.nextInt(50) + "/shelf/" + Long.toHexString(random.nextLong());
            recent.put(key, new Row(new byte[500 + random.nextInt(3_000)]));
            live.addLast(key);
        }
        while (live.size() > LIVE) {
            recent.put(live.removeFirst(), new Deleted(moment.tick()));
        }
        if (moment.tick() % 150 == 0) {
            compact(moment.tick() - GRACE);
        }
    }

    private void compact(int before) {
        NavigableMap<String, Cell> merged = new TreeMap<>(base);
        merged.putAll(recent);
        merged.values().removeIf(cell -> cell instanceof Deleted deleted && deleted.tick < before);
        base = merged;
        recent = new TreeMap<>();
    }
}
