package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A request's span is a child of the current one and is closed at the end, but not after an error: the next is its child. */
public final class OpenSpans implements Program {
    private static final ThreadLocal<Span> CURRENT = new ThreadLocal<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(3, work -> {
        Thread thread = new Thread(work, "requests");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Random random = new Random(304);

    private static final class Span {
        private final Span parent;
        private final String name;
        private final byte[] attributes = new byte[3_000];

        private Span(Span parent, String name) {
            this.parent = parent;
            this.name = name;
        }
    }

    @Override
    public void tick(Moment moment) {
        boolean outage = moment.seconds() % 25 > 14 && moment.seconds() % 25 < 20;
        for (int i = random.nextInt(17); i > 0; i--) {
            String path = "/orders/" + random.nextInt(9_999);
            boolean fails = random.nextInt(outage ? 2 : 25) == 0;
            workers.execute(() -> handle(path, fails));
        }
    }

    private void handle(String path, boolean fails) {
        Span span = new Span(CURRENT.get(), path);
        CURRENT.set(span);
        try {
            answered.addAndGet(answer(span, fails));
            CURRENT.set(span.parent);
        } catch (IllegalStateException e) {
            refused.incrementAndGet();
        }
    }

    private static int answer(Span span, boolean fails) {
        if (fails) {
            throw new IllegalStateException("no database for " + span.name);
        }
        return span.attributes.length;
    }

    @Override
    public String toString() {
        return answered + " answered, " + refused + " refused";
    }
}
