package io.github.leasewarden.apps.junit;

import io.github.leasewarden.junit.NoLeaks;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two tests that certainly run at the same time; one leaks, and both use a pool that either may have started. */
@NoLeaks
@Execution(ExecutionMode.CONCURRENT)
class Concurrent {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    @Test
    void failsForItsOwn() throws Exception {
        meet();
        Feed.read();
        Thread thread = new Thread(Feed::read);
        thread.start();
        thread.join();
        meet();
    }

    @Test
    void passesBesideIt() throws Exception {
        meet();
        Feed.read().cancel();
        onPool();
        meet();
    }

    /** Left open by a thread that works for anybody. */
    private static void onPool() throws InterruptedException, ExecutionException {
        POOL.submit(Feed::read).get();
    }

    private static void meet() throws InterruptedException, BrokenBarrierException, TimeoutException {
        BOTH.await(60, TimeUnit.SECONDS);
    }
}
