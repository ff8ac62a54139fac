package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A registry of counters labelled with the path of each request, and paths have order numbers in them. */
public final class MetricLabels implements Program {
    private static final Map<String, Counter> COUNTERS = new ConcurrentHashMap<>();
    private int order;

    private static final class Counter {
        private final LongAdder value = new LongAdder();
        private final long firstSeen = System.currentTimeMillis();

        @Override
        public String toString() {
            return value + " since " + firstSeen;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 25; i++) {
            order++;
            count("GET", "/orders/" + order, 200);
            count("GET", "/health", 200);
            count("POST", "/orders", order % 100 == 0 ? 503 : 201);
        }
    }

    private static void count(String method, String path, int status) {
        String name = "http_requests_total{method=" + method + ",path=" + path + ",status=" + status + "}";
        COUNTERS.computeIfAbsent(name, key -> new Counter()).value.increment();
    }
}
