package io.github.leasewarden.core.stream;

import io.github.leasewarden.thread.AgentThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The batches in use. They keep demand back until items arrive, which nobody tells them any more once the agent is off; so all of it is
 * passed on then. Thread-safe.
 */
final class Batches {
    /** A publisher may emit all its items within {@code request}, and a stream may never end. */
    private static final int MOST_THREADS = 64;

    private final Set<Batch> inUse = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean off;

    void add(Batch batch) {
        inUse.add(batch);
        if (off) {
            batch.keepNothingBack();
        }
    }

    /** @param tell told what goes wrong, in a sentence */
    void letGo(Consumer<String> tell) {
        off = true;
        List<Batch> all;
        synchronized (inUse) {
            all = new ArrayList<>(inUse);
        }
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new AgentThread("batch", work));
        threads.allowCoreThreadTimeOut(true);
        for (Batch batch : all) {
            threads.execute(() -> letGo(batch, tell));
        }
    }

    private static void letGo(Batch batch, Consumer<String> tell) {
        try {
            batch.letGo();
        } catch (Throwable e) {
            tell.accept("a stream could not be asked for the items that its batch kept back: " + e);
        }
    }
}
