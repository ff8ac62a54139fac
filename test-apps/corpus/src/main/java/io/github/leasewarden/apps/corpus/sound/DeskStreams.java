package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;

/** A desk has a compressor; if it goes silently that is noticed after fifteen seconds. In second 20 desks double. */
public final class DeskStreams implements Program {
    private static final int DOUBLED = 400;
    private static final int STAY = 80;
    private static final int SILENCE = 300;
    private final Map<Integer, Stream> streams = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Stream> talking = new ArrayDeque<>();
    private final Random random = new Random(806);
    private int desks;
    private long sent;

    private static final class Stream {
        private final int desk;
        private final int until;
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        private final byte[] history = new byte[100_000];
        private int lastHeard;

        private Stream(int desk, int now) {
            this.desk = desk;
            until = now + STAY;
            lastHeard = now;
        }

        private int send(byte[] message, int now) {
            lastHeard = now;
            deflater.setInput(message);
            return deflater.deflate(history, 0, history.length, Deflater.SYNC_FLUSH);
        }
    }

    @Override
    public void tick(Moment moment) {
        int now = moment.tick();
        if (now % (now < DOUBLED ? 10 : 5) == 0) {
            Stream stream = new Stream(++desks, now);
            streams.put(stream.desk, stream);
            talking.addLast(stream);
        }
        for (Stream stream : talking) {
            if ((now + stream.desk) % 10 == 0) {
                sent += streams.get(stream.desk).send(("order " + random.nextInt() + " at " + now).getBytes(), now);
            }
        }
        while (!talking.isEmpty() && talking.element().until <= now) {
            Stream leaving = talking.remove();
            boolean goodBye = random.nextInt(4) > 0;
            if (goodBye) {
                streams.remove(leaving.desk);
                leaving.deflater.end();
            }
        }
        giveUpSilent(now);
    }

    private void giveUpSilent(int now) {
        for (Iterator<Stream> longestSilent = streams.values().iterator(); longestSilent.hasNext(); ) {
            Stream stream = longestSilent.next();
            if (now - stream.lastHeard < SILENCE) {
                return;
            }
            longestSilent.remove();
            stream.deflater.end();
        }
    }

    @Override
    public String toString() {
        return sent + " bytes sent";
    }
}
