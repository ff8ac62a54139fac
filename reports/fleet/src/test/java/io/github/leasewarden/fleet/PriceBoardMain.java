package io.github.leasewarden.fleet;

import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** A service that shows prices: each visitor gets a subscription, and none is ever cancelled. Runs until it is ended. */
public final class PriceBoardMain implements Flow.Subscriber<Integer> {
    private PriceBoardMain() {}

    public static void main(String[] args) throws InterruptedException {
        try (SubmissionPublisher<Integer> prices = new SubmissionPublisher<>()) {
            while (true) {
                showTo(prices);
                byte[] garbage = new byte[100_000];
                garbage[0]++;
                Thread.sleep(20);
            }
        }
    }

    private static void showTo(SubmissionPublisher<Integer> prices) {
        prices.subscribe(new PriceBoardMain());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(1);
    }

    @Override
    public void onNext(Integer price) {
        // nothing is published
    }

    @Override
    public void onError(Throwable error) {
        // nothing is published
    }

    @Override
    public void onComplete() {
        // the end
    }
}
