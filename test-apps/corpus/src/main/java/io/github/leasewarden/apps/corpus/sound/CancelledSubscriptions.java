package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Page views subscribe to the price feed and cancel five seconds later. */
public final class CancelledSubscriptions implements Program {
    private final SubmissionPublisher<Integer> prices = new SubmissionPublisher<>(Runnable::run, 8);
    private final Deque<PriceTag> shown = new ArrayDeque<>();

    private static final class PriceTag implements Flow.Subscriber<Integer> {
        private final byte[] rendered = new byte[40_000];
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
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
        PriceTag tag = new PriceTag();
        prices.subscribe(tag);
        shown.addLast(tag);
        if (shown.size() > 100) {
            shown.removeFirst().subscription.cancel();
        }
        if (moment.tick() % 20 == 0) {
            prices.submit(moment.tick());
        }
    }
}
