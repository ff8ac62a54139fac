package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** A message that cannot be read goes back to the end of the queue in a new delivery; some come in a format nobody can read. */
public final class PoisonMessages implements Program {
    private static final int MOST_AT_ONCE = 50;
    private final Deque<Delivery> queue = new ArrayDeque<>();
    private final Random random = new Random(303);
    private long read;

    private record Message(int format, byte[] body) {}

    private record Delivery(Message message, int attempts, Exception lastProblem) {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(13); i > 0; i--) {
            boolean newProducer = moment.seconds() > 15 && random.nextInt(10) == 0;
            Message message = new Message(newProducer ? 4 : 3, new byte[3_000 + random.nextInt(9_000)]);
            queue.addLast(new Delivery(message, 0, null));
        }
        for (int i = Math.min(queue.size(), MOST_AT_ONCE); i > 0; i--) {
            Delivery delivery = queue.removeFirst();
            try {
                read += read(delivery.message);
            } catch (IllegalArgumentException e) {
                queue.addLast(new Delivery(delivery.message, delivery.attempts + 1, e));
            }
        }
    }

    private static int read(Message message) {
        if (message.format > 3) {
            throw new IllegalArgumentException("unknown format " + message.format);
        }
        return message.body.length;
    }

    @Override
    public String toString() {
        return read + " bytes read";
    }
}
