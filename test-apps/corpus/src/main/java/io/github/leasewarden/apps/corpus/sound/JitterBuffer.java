package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Packets wait in a ring while playing stalls; the ring doubles when it is full, up to 4096, and halves when it is nearly empty. */
public final class JitterBuffer implements Program {
    private static final int LEAST = 64;
    private static final int MOST = 4096;
    private final Random random = new Random(205);
    private Packet[] ring = new Packet[LEAST];
    private int first;
    private int size;
    private int stalledUntil;
    private int lost;

    private record Packet(int number, byte[] sound) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 8; i++) {
            add(new Packet(moment.tick(), new byte[9_000]));
        }
        if (moment.tick() > stalledUntil && random.nextInt(300) == 0) {
            stalledUntil = moment.tick() + 60 + random.nextInt(160);
        }
        for (int i = 0; i < 20 && size > 0 && moment.tick() > stalledUntil; i++) {
            take();
        }
    }

    private void add(Packet packet) {
        if (size == MOST) {
            lost++;
            return;
        }
        if (size == ring.length) {
            resize(size * 2);
        }
        ring[(first + size++) % ring.length] = packet;
    }

    private Packet take() {
        Packet packet = ring[first];
        ring[first] = null;
        first = (first + 1) % ring.length;
        size--;
        if (size < ring.length / 8 && ring.length > LEAST) {
            resize(ring.length / 2);
        }
        return packet;
    }

    private void resize(int slots) {
        Packet[] resized = new Packet[slots];
        for (int i = 0; i < size; i++) {
            resized[i] = ring[(first + i) % ring.length];
        }
        ring = resized;
        first = 0;
    }

    @Override
    public String toString() {
        return lost + " lost";
    }
}
