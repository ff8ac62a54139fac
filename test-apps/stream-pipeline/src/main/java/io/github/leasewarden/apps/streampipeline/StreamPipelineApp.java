package io.github.leasewarden.apps.streampipeline;

import io.github.leasewarden.apps.support.Options;
import java.util.concurrent.TimeUnit;

/**
 * Imports orders that are read faster than they are booked; every so many cannot be booked at all. Made for a heap of 64 MiB, in which
 * not all of them have room at once: the buffer is unbounded and the first bad order ends the booking. The twin ({@code --correct})
 * bounds its buffer and goes on.
 */
public final class StreamPipelineApp {
    private StreamPipelineApp() {}

    public static void main(String[] args) throws InterruptedException {
        Options options = Options.parse(
                args, "--items=20000 --item-kb=8 --invalid-every=1000 --work-micros=100 --correct --quiet");
        boolean correct = options.has("--correct");
        OrderHandler handler = new OrderHandler(TimeUnit.MICROSECONDS.toNanos(options.number("--work-micros")));
        OrderImport orders = new OrderImport(
                correct ? new BoundedBuffer() : new UnboundedBuffer(),
                handler,
                options.number("--item-kb") << 10,
                options.number("--invalid-every"),
                correct);
        orders.run(options.number("--items"));
        System.out.println(handler.summary());
        if (!options.has("--quiet")) {
            System.out.println("checksum: " + handler.checksum());
        }
    }
}
