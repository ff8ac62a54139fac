package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Batches are kept until the receiver acknowledges all up to a number, which it does late, after five to twenty-five seconds. */
public final class UnackedBatches implements Program {
    private static final int WINDOW = 2000;
    private final ConcurrentNavigableMap<Long, Batch> unacked = new ConcurrentSkipListMap<>();
    private final Random random = new Random(206);
    private long sent;
    private int nextAck = 150;

    private record Batch(int tick, String topic, byte[] entries) {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(5); i > 0 && unacked.size() < WINDOW; i--) {
            Batch batch =
                    new Batch(moment.tick(), "topic-" + random.nextInt(20), new byte[5_000 + random.nextInt(25_000)]);
            unacked.put(++sent, batch);
        }
        if (moment.tick() == nextAck) {
            unacked.headMap(sent - random.nextInt(60), true).clear();
            nextAck = moment.tick() + 100 + random.nextInt(400);
        }
    }
}
