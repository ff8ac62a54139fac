package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Messages about an order wait in the inbox of the order for a clerk, who empties it some two seconds later. */
public final class OrderInboxes implements Program {
    private final Map<Long, Queue<byte[]>> inboxes = new ConcurrentHashMap<>();
    private final Deque<Long> toRead = new ArrayDeque<>();
    private final Random random = new Random(710);
    private long orders = 4_000_000_000L;
    private long read;

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(9); i > 0; i--) {
            long order = ++orders;
            for (int message = random.nextInt(3); message >= 0; message--) {
                deliver(order, new byte[2_000 + random.nextInt(20_000)]);
            }
            toRead.addLast(order);
        }
        int late = 120 + random.nextInt(80);
        while (toRead.size() > late) {
            read(toRead.removeFirst());
        }
    }

    private void deliver(long order, byte[] message) {
        inboxes.computeIfAbsent(order, unknown -> new LinkedBlockingQueue<>()).add(message);
    }

    private void read(long order) {
        Queue<byte[]> inbox = inboxes.get(order);
        for (byte[] message = inbox.poll(); message != null; message = inbox.poll()) {
            read += message.length;
        }
    }

    @Override
    public String toString() {
        return read + " bytes read";
    }
}
