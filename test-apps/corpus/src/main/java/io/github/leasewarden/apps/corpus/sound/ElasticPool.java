package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool of two to thirty threads, each with a big buffer of its own; load comes in waves and idle threads end. */
public final class ElasticPool implements Program {
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[400_000]);
    private final AtomicInteger refused = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            2,
            30,
            8,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            ElasticPool::worker,
            (work, full) -> refused.incrementAndGet());

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "render-worker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void tick(Moment moment) {
        double load = 0.5 - 0.5 * Math.cos(2 * Math.PI * moment.seconds() / 45);
        int tasks = (int) (moment.tick() * load * 1.3) - (int) ((moment.tick() - 1) * load * 1.3);
        for (int i = 0; i < tasks; i++) {
            pool.execute(ElasticPool::render);
        }
    }

    private static void render() {
        try {
            BUFFER.get()[0]++;
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
