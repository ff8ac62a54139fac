package com.example.prices;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.SubmissionPublisher;

/** Prices as they come. Lives as long as the service. */
public final class PriceFeed {
    private final SubmissionPublisher<Integer> prices = new SubmissionPublisher<>();

    public void publish(int price) {
        prices.submit(price);
    }

    public void subscribe(Subscriber<Integer> subscriber) {
        prices.subscribe(subscriber);
    }
}
