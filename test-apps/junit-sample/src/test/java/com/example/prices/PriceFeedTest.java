package com.example.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.leasewarden.junit.LeakBudget;
import io.github.leasewarden.junit.NoLeaks;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** None of these leaks more than it may, and they all run at once. */
class PriceFeedTest {
    private static final PriceFeed SHARED = new PriceFeed();

    /** Cancels after one price. */
    private static final class Once implements Subscriber<Integer> {
        final BlockingQueue<Integer> prices = new LinkedBlockingQueue<>();
        final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

        @Override
        public void onSubscribe(Subscription given) {
            subscription.complete(given);
            given.request(1);
        }

        @Override
        public void onNext(Integer price) {
            prices.add(price);
            subscription.join().cancel();
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }

    @BeforeAll
    static void warmUp() {
        Once once = new Once();
        SHARED.subscribe(once);
        once.subscription.join().cancel();
    }

    @RepeatedTest(20)
    void deliversOnePrice() throws InterruptedException {
        PriceFeed feed = new PriceFeed();
        Once once = new Once();
        feed.subscribe(once);
        feed.publish(7);
        // the subscription is cancelled on the feed's thread, perhaps after this test's last line
        assertEquals(7, once.prices.take());
    }

    @RepeatedTest(5)
    void isLeftByAnotherThread() throws InterruptedException {
        Once once = new Once();
        Thread subscriber = new Thread(() -> SHARED.subscribe(once));
        subscriber.start();
        subscriber.join();
        new Thread(() -> once.subscription.join().cancel()).start();
    }

    @Test
    @NoLeaks(allow = "com.example.prices.PriceFeedTest.mayBeWatchedForEver")
    void mayBeWatchedForEver() {
        SHARED.subscribe(new Once());
    }

    @Test
    @LeakBudget(kind = "subscription", max = 1)
    void mayBeWatchedByOne() {
        SHARED.subscribe(new Once());
    }
}
