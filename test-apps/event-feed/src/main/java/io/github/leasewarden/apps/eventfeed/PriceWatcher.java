package io.github.leasewarden.apps.eventfeed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Remembers the last price it was told. */
final class PriceWatcher implements Flow.Subscriber<Integer> {
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private volatile int lastPrice;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
        this.subscription.complete(subscription);
    }

    @Override
    public void onNext(Integer price) {
        lastPrice = price;
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}

    int lastPrice() {
        return lastPrice;
    }

    /** Waits for the subscription, which the publisher hands over on a thread of its own, and cancels it. */
    void stop() {
        subscription.join().cancel();
    }
}
