package com.example.prices;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Shows the last price. Forgets to leave the feed when it is closed. */
public final class PriceBoard implements Subscriber<Integer>, AutoCloseable {
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<Integer> first = new CompletableFuture<>();

    public PriceBoard(PriceFeed feed) {
        feed.subscribe(this);
    }

    /** Waits for the first price. */
    public int firstPrice() {
        return first.join();
    }

    @Override
    public void close() {
        // the fix: subscription.join().cancel();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.complete(given);
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Integer price) {
        first.complete(price);
    }

    @Override
    public void onError(Throwable error) {
        first.completeExceptionally(error);
    }

    @Override
    public void onComplete() {}
}
