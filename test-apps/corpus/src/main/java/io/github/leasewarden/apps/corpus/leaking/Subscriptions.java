package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Every page view subscribes to the price feed and leaves without cancelling. */
public final class Subscriptions implements Program {
    private final SubmissionPublisher<Integer> prices = new SubmissionPublisher<>(Runnable::run, 8);

    private static final class PriceTag implements Flow.Subscriber<Integer> {
        private final byte[] rendered = new byte[40_000];

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer price) {
            rendered[0] = price.byteValue();
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }

    @Override
    public void tick(Moment moment) {
        prices.subscribe(new PriceTag());
        if (moment.tick() % 20 == 0) {
            prices.submit(moment.tick());
        }
    }
}
