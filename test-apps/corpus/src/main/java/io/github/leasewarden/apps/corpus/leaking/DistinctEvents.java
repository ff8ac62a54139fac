package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Events from a bounded queue run through a stream without an end, and the stream is to let each of them through only once. */
public final class DistinctEvents implements Program {
    private final BlockingQueue<String> arriving = new ArrayBlockingQueue<>(1000);
    private final AtomicLong handled = new AtomicLong();
    private final Random random = new Random(112);

    public DistinctEvents() {
        Thread thread = new Thread(this::handle, "event-stream");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 120; i++) {
            boolean again = random.nextInt(4) == 0;
            arriving.offer("event-" + moment.tick() + "-" + (again ? 1 : i));
        }
    }

    private void handle() {
        Stream.generate(this::next).distinct().forEach(event -> handled.addAndGet(event.length()));
    }

    private String next() {
        try {
            return arriving.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return handled + " handled";
    }
}
