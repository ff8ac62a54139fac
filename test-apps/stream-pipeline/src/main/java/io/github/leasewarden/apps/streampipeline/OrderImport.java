package io.github.leasewarden.apps.streampipeline;

import java.util.Arrays;

/** Reads orders on the calling thread and has them handled on another one. */
final class OrderImport {
    private final Buffer buffer;
    private final OrderHandler handler;
    private final int itemBytes;
    private final int invalidEvery;
    private final boolean careful;

    /**
     * @param invalidEvery which orders cannot be handled; 0 for none
     * @param careful whether an order that cannot be handled is left out, instead of ending the import
     */
    OrderImport(Buffer buffer, OrderHandler handler, int itemBytes, int invalidEvery, boolean careful) {
        this.buffer = buffer;
        this.handler = handler;
        this.itemBytes = itemBytes;
        this.invalidEvery = invalidEvery;
        this.careful = careful;
    }

    void run(int items) throws InterruptedException {
        Thread booking = new Thread(this::book, "booking");
        booking.setDaemon(true);
        booking.start();
        for (int number = 1; number <= items; number++) {
            buffer.put(read(number));
        }
        buffer.put(Order.NONE);
        booking.join();
    }

    private Order read(int number) {
        byte[] payload = new byte[itemBytes];
        Arrays.fill(payload, (byte) number);
        return new Order(number, payload, invalidEvery == 0 || number % invalidEvery != 0);
    }

    private void book() {
        try {
            for (Order order = buffer.take(); order != Order.NONE; order = buffer.take()) {
                if (careful) {
                    bookCarefully(order);
                } else {
                    handler.handle(order);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bookCarefully(Order order) {
        try {
            handler.handle(order);
        } catch (IllegalArgumentException e) {
            // it is counted; the next one may be better
        }
    }
}
