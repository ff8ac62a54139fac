package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A broker gives each bound queue its copy of a message, and a queue holds 250; clients bind a new queue when they reconnect. */
public final class ReplyQueues implements Program {
    private static final int MOST = 250;
    private final Exchange exchange = new Exchange();
    private final BoundQueue[] clients = new BoundQueue[6];
    private final Random random = new Random(508);
    private long handled;

    private record Delivery(int number, byte[] body) {}

    private static final class BoundQueue {
        private final Deque<Delivery> deliveries = new ArrayDeque<>();

        private void deliver(Delivery delivery) {
            deliveries.addLast(delivery);
            if (deliveries.size() > MOST) {
                deliveries.removeFirst();
            }
        }
    }

    private static final class Exchange {
        private final List<BoundQueue> bound = new ArrayList<>();

        private BoundQueue bind() {
            BoundQueue queue = new BoundQueue();
            bound.add(queue);
            return queue;
        }

        private void publish(int number, byte[] body) {
            bound.forEach(queue -> queue.deliver(new Delivery(number, body.clone())));
        }
    }

    public ReplyQueues() {
        Arrays.setAll(clients, number -> exchange.bind());
    }

    @Override
    public void tick(Moment moment) {
        if (random.nextInt(38) == 0) {
            clients[random.nextInt(clients.length)] = exchange.bind();
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            exchange.publish(moment.tick(), new byte[500 + random.nextInt(3_000)]);
        }
        for (BoundQueue client : clients) {
            for (int i = random.nextInt(8); i > 0 && !client.deliveries.isEmpty(); i--) {
                handled += client.deliveries.removeFirst().body.length;
            }
        }
    }

    @Override
    public String toString() {
        return handled + " bytes handled";
    }
}
