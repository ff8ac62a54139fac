package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Downloads on a pool whose threads end after six idle seconds; a download waits with a time-out, unless it is a second try. */
public final class StuckDownloads implements Program {
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService pool =
            new ThreadPoolExecutor(0, 500, 6, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private final Random random = new Random(510);

    private static final class Download implements Runnable {
        private final CountDownLatch answered = new CountDownLatch(1);
        private final byte[] buffer;
        private final int timeout;
        private volatile int received;

        private Download(int length, int timeout) {
            buffer = new byte[length];
            this.timeout = timeout;
        }

        @Override
        public void run() {
            try {
                if (timeout == 0) {
                    answered.await();
                } else if (!answered.await(timeout, TimeUnit.MILLISECONDS)) {
                    received = -1;
                }
                received += buffer.length;
            } catch (InterruptedException e) {
                received = 0;
            }
        }
    }

    private Thread thread(Runnable work) {
        Thread made = new Thread(work, "download-" + threads.incrementAndGet());
        made.setDaemon(true);
        return made;
    }

    @Override
    public void tick(Moment moment) {
        if (random.nextInt(3) == 0) {
            boolean secondTry = random.nextInt(9) == 0;
            int length = 60_000 + random.nextInt(180_000);
            pool.execute(new Download(length, secondTry ? 0 : 400 + random.nextInt(2_500)));
        }
    }
}
