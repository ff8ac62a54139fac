package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadSummaryTest {
    @Test
    void threadsThatStandAtOnePlaceAreOneEntry() throws InterruptedException {
        CountDownLatch standing = new CountDownLatch(40);
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Thread worker = new Thread(() -> stand(standing, release), "shop-worker-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        standing.await();
        try {
            await().until(() -> workers.stream().allMatch(worker -> worker.getState() == Thread.State.WAITING));
            assertThat(ThreadSummary.take())
                    .contains("40 threads, shop-worker-#: WAITING\n")
                    .contains("ThreadSummaryTest.stand");
        } finally {
            release.countDown();
        }
    }

    private static void stand(CountDownLatch standing, CountDownLatch release) {
        standing.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
