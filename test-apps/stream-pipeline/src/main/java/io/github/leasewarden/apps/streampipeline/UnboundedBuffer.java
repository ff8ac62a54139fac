package io.github.leasewarden.apps.streampipeline;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes whatever it is given: the slower the handler, the larger it grows. */
final class UnboundedBuffer implements Buffer {
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();

    @Override
    public void put(Order order) {
        orders.add(order);
    }

    @Override
    public Order take() throws InterruptedException {
        return orders.take();
    }
}
