package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The newest header of each device, cut from its packet as a slice; a site that restarts gives its devices new numbers. */
public final class PacketHeaders implements Program {
    private static final int SITES = 6;
    private static final int DEVICES = 45;
    private final Map<Integer, ByteBuffer> headers = new ConcurrentHashMap<>();
    private final int[] firstNumber = new int[SITES];
    private final Random random = new Random(110);
    private int numbers;

    @Override
    public void tick(Moment moment) {
        if (numbers < SITES) {
            restart(numbers % SITES);
        } else if (moment.tick() % 160 == 0) {
            restart(random.nextInt(SITES));
        }
        for (int i = 0; i < 3; i++) {
            received(firstNumber[random.nextInt(SITES)] + random.nextInt(DEVICES), packet());
        }
    }

    private void restart(int site) {
        firstNumber[site] = 100 * ++numbers;
        for (int device = 0; device < DEVICES; device++) {
            received(firstNumber[site] + device, packet());
        }
    }

    private void received(int device, ByteBuffer packet) {
        headers.put(device, packet.slice(0, 24));
    }

    private static ByteBuffer packet() {
        return ByteBuffer.wrap(new byte[60_000]);
    }
}
