package io.github.leasewarden.apps.junit;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.SubmissionPublisher;

/** A feed that outlives every test, as a broker would. */
final class Feed {
    private static final SubmissionPublisher<Integer> PRICES = new SubmissionPublisher<>();

    private Feed() {}

    /** A reader that is subscribed until it is cancelled. */
    static Reader read() {
        Reader reader = new Reader();
        PRICES.subscribe(reader);
        return reader;
    }

    /** Knows its subscription once the feed has got round to telling it. */
    static final class Reader implements Subscriber<Integer> {
        private final java.util.concurrent.CompletableFuture<Subscription> subscription =
                new java.util.concurrent.CompletableFuture<>();

        void cancel() {
            subscription.join().cancel();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(Integer price) {}

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }
}
