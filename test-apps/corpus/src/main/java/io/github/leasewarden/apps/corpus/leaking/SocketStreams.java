package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** A socket has a compressor as long as it is open; most peers say good-bye when they go, and some just fall silent. */
public final class SocketStreams implements Program {
    private static final int TALKING = 20;
    private final NavigableMap<Integer, Stream> streams = new TreeMap<>();
    private final Deque<Stream> talking = new ArrayDeque<>();
    private final Random random = new Random(708);
    private int sockets;
    private long sent;

    private static final class Stream {
        private final int socket;
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        private final byte[] packet = new byte[16_000];

        private Stream(int socket) {
            this.socket = socket;
        }

        private int send(byte[] message) {
            deflater.setInput(message);
            return deflater.deflate(packet, 0, packet.length, Deflater.SYNC_FLUSH);
        }

        private void close() {
            deflater.end();
        }
    }

    @Override
    public void tick(Moment moment) {
        if (random.nextInt(4) == 0) {
            Stream stream = new Stream(++sockets);
            streams.put(stream.socket, stream);
            talking.addLast(stream);
        }
        for (Stream stream : talking) {
            if (random.nextInt(10) == 0) {
                sent += stream.send(("price " + random.nextInt() + " at " + moment.tick()).getBytes());
            }
        }
        if (talking.size() > TALKING) {
            int socket = talking.removeFirst().socket;
            boolean goodBye = random.nextInt(5) > 0;
            if (goodBye) {
                streams.remove(socket).close();
            }
        }
    }

    @Override
    public String toString() {
        return sent + " bytes sent";
    }
}
