package io.github.leasewarden.apps.scenarios.flow;

import io.github.leasewarden.apps.scenarios.Scenario;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Subscriptions to a {@link SubmissionPublisher} that end in every way there is, and some that never do. */
public final class Prices {
    private Prices() {}

    public static void main(String[] args) {
        SubmissionPublisher<Integer> quiet = new SubmissionPublisher<>();
        SubmissionPublisher<Integer> busy = new SubmissionPublisher<>();
        for (int i = 0; i < 4; i++) {
            forget(quiet);
            cancel(quiet);
        }
        for (int i = 0; i < 3; i++) {
            listen(busy);
        }
        completed();
        failed();
        throwing();
        for (int i = 0; i < 25; i++) {
            busy.submit(i);
            Scenario.pause(200);
        }
        System.out.println("quiet: " + quiet.getNumberOfSubscribers() + ", busy: " + busy.getNumberOfSubscribers());
    }

    static void forget(SubmissionPublisher<Integer> publisher) {
        publisher.subscribe(new Subscriber(false));
    }

    static void listen(SubmissionPublisher<Integer> publisher) {
        publisher.subscribe(new Subscriber(false));
    }

    static void cancel(SubmissionPublisher<Integer> publisher) {
        Subscriber subscriber = new Subscriber(false);
        publisher.subscribe(subscriber);
        Scenario.await("subscribed", () -> subscriber.subscription != null);
        subscriber.subscription.cancel();
    }

    static void completed() {
        try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
            publisher.subscribe(new Subscriber(false));
        }
    }

    static void failed() {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        publisher.subscribe(new Subscriber(false));
        publisher.closeExceptionally(new IllegalStateException("no prices today"));
    }

    static void throwing() {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        Subscriber subscriber = new Subscriber(true);
        publisher.subscribe(subscriber);
        publisher.submit(1);
        Scenario.await("thrown out", () -> subscriber.ended);
    }

    private static final class Subscriber implements Flow.Subscriber<Integer> {
        private final boolean throwing;
        private volatile Flow.Subscription subscription;
        private volatile boolean ended;

        Subscriber(boolean throwing) {
            this.throwing = throwing;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
            this.subscription = subscription;
        }

        @Override
        public void onNext(Integer price) {
            if (throwing) {
                throw new IllegalArgumentException("a price I do not understand");
            }
        }

        @Override
        public void onError(Throwable failure) {
            ended = true;
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }
}
