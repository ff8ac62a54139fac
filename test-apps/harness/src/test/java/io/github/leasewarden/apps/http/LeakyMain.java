package io.github.leasewarden.apps.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Subscribes and never cancels; allocates all the time, and keeps a little of it. Runs for as many seconds as its argument says. */
public final class LeakyMain implements Flow.Subscriber<Integer> {
    private LeakyMain() {}

    public static void main(String[] args) throws InterruptedException {
        List<byte[]> kept = new ArrayList<>();
        long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
        try (SubmissionPublisher<Integer> prices = new SubmissionPublisher<>()) {
            while (System.nanoTime() < end) {
                prices.subscribe(new LeakyMain());
                for (int i = 0; i < 50; i++) {
                    byte[] used = new byte[20_000];
                    if (i == 0) {
                        kept.add(used);
                    }
                }
                Thread.sleep(20);
            }
        }
        System.out.println("kept something: " + !kept.isEmpty());
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
