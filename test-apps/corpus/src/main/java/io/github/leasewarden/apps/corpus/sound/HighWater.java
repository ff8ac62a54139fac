package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Map tiles stay until they are more than 40 megabytes, and then those used least go until they are 28; hits are halved. */
public final class HighWater implements Program {
    private static final long HIGH = 40_000_000;
    private static final long LOW = 28_000_000;
    private final Map<Long, Tile> tiles = new HashMap<>();
    private final Random random = new Random(612);
    private long bytes;

    private static final class Tile {
        private final long place;
        private final byte[] image;
        private int hits;

        private Tile(long place, int length) {
            this.place = place;
            image = new byte[length];
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(9); i > 0; i--) {
            tile(random.nextInt(4) == 0 ? random.nextInt(500) : random.nextInt() & 0xffff_ffffL).hits++;
        }
        if (bytes > HIGH) {
            evict();
        }
    }

    private Tile tile(long place) {
        Tile tile = tiles.get(place);
        if (tile == null) {
            tile = new Tile(place, 4_000 + random.nextInt(16_000));
            tiles.put(place, tile);
            bytes += tile.image.length;
        }
        return tile;
    }

    private void evict() {
        List<Tile> leastUsed = new ArrayList<>(tiles.values());
        leastUsed.sort(Comparator.comparingInt(tile -> tile.hits));
        for (Tile tile : leastUsed) {
            if (bytes > LOW) {
                bytes -= tile.image.length;
                tiles.remove(tile.place);
            }
            tile.hits /= 2;
        }
    }
}
