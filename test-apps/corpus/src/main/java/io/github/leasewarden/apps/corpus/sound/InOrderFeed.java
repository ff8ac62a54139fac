package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Messages are handed on in the order of their numbers; when one is lost, later ones wait until it is sent again. */
public final class InOrderFeed implements Program {
    private static final int FIRST_LOSS = 40;
    private static final int BETWEEN_LOSSES = 420;
    private static final int[] SENT_AGAIN_AFTER = {360, 280, 200, 280};
    private final NavigableMap<Long, byte[]> waiting = new TreeMap<>();
    private final Random random = new Random(809);
    private long sent;
    private long next;
    private long lost = -1;
    private int sendAgain;
    private int losses;
    private long handedOn;

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % BETWEEN_LOSSES == FIRST_LOSS) {
            lost = sent++;
            sendAgain = moment.tick() + SENT_AGAIN_AFTER[losses++ % SENT_AGAIN_AFTER.length];
        }
        for (int i = random.nextInt(13); i > 0; i--) {
            waiting.put(sent++, message());
        }
        if (lost >= 0 && moment.tick() >= sendAgain) {
            waiting.put(lost, message());
            lost = -1;
        }
        while (!waiting.isEmpty() && waiting.firstKey() == next) {
            handedOn += waiting.pollFirstEntry().getValue().length;
            next++;
        }
    }

    private byte[] message() {
        return new byte[2_000 + random.nextInt(8_000)];
    }

    @Override
    public String toString() {
        return handedOn + " bytes handed on";
    }
}
