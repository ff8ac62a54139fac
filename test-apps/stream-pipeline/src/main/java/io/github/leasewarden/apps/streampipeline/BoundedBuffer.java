package io.github.leasewarden.apps.streampipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Lets the reader wait when the handler is behind. */
final class BoundedBuffer implements Buffer {
    private static final int CAPACITY = 256;

    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(CAPACITY);

    @Override
    public void put(Order order) throws InterruptedException {
        orders.put(order);
    }

    @Override
    public Order take() throws InterruptedException {
        return orders.take();
    }
}
