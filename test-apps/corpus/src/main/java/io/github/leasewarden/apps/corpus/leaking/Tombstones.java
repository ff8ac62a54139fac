package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** A store in which a deleted row leaves a tombstone; every few seconds it is compacted into a new map, tombstones and all. */
public final class Tombstones implements Program {
    private static final int LIVE = 1500;
    private final Deque<String> live = new ArrayDeque<>();
    private final Random random = new Random(306);
    private NavigableMap<String, Cell> base = new TreeMap<>();
    private NavigableMap<String, Cell> recent = new TreeMap<>();

    private interface Cell {}

    private record Row(byte[] columns) implements Cell {}

    private record Tombstone(int deletedAt) implements Cell {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(61); i > 0; i--) {
            String key = "basket/" + Long.toHexString(random.nextLong()) + "/" + moment.tick();
            recent.put(key, new Row(new byte[1_000 + random.nextInt(4_000)]));
            live.addLast(key);
        }
        while (live.size() > LIVE) {
            recent.put(live.removeFirst(), new Tombstone(moment.tick()));
        }
        if (moment.tick() % 130 == 0) {
            compact();
        }
    }

    private void compact() {
        NavigableMap<String, Cell> merged = new TreeMap<>(base);
        merged.putAll(recent);
        base = merged;
        recent = new TreeMap<>();
    }
}
