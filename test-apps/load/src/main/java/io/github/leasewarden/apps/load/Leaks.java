package io.github.leasewarden.apps.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Leaves some of everything behind and keeps hold of it. The agent sees it and must not release it: whatever can still be reached may
 * still be wanted.
 */
final class Leaks {
    private static final int SUBSCRIPTIONS = 30;
    private static final int CONNECTIONS = 20;
    /** Few, because the agent limits the pool to 20. */
    private static final int TRANSACTIONS = 3;

    private static final int THREADS = 20;
    private static final int HEAP_BYTES = 24 << 20;

    private final List<String> what;
    private final Subscribers subscribers;
    private final Visitors visitors;
    private final Queries queries;
    private final List<Object> kept = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /** @param what a list of subscriptions, connections, transactions, threads, heap, separated by commas; empty for nothing */
    Leaks(String what, Subscribers subscribers, Visitors visitors, Queries queries) {
        this.what = List.of(what.split(",", -1));
        this.subscribers = subscribers;
        this.visitors = visitors;
        this.queries = queries;
    }

    void leak() throws Exception {
        for (int i = 0; i < count("subscriptions", SUBSCRIPTIONS); i++) {
            kept.add(i % 2 == 0 ? subscribers.subscribeToJdk() : subscribers.subscribeToReactor());
        }
        for (int i = 0; i < count("connections", CONNECTIONS); i++) {
            kept.add(visitors.connect());
        }
        for (int i = 0; i < count("transactions", TRANSACTIONS); i++) {
            kept.add(queries.begin());
        }
        for (int i = 0; i < count("threads", THREADS); i++) {
            Thread thread = new Thread(this::waitForEver, "forgotten");
            thread.start();
            kept.add(thread);
        }
        kept.add(new byte[count("heap", HEAP_BYTES)]);
    }

    private int count(String name, int count) {
        return what.contains(name) ? count : 0;
    }

    private void waitForEver() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
