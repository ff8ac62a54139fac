package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Worker threads note the spans of each request in a ThreadLocal that nobody removes when the request ends. */
public final class ThreadLocals implements Program {
    private static final ThreadLocal<List<Span>> SPANS = ThreadLocal.withInitial(ArrayList::new);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    private static final class Span {
        private final String name;
        private final byte[] tags = new byte[15_000];

        private Span(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name + tags.length;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 3; i++) {
            String name = "request " + moment.tick() + "." + i;
            workers.execute(() -> SPANS.get().add(new Span(name)));
        }
    }
}
