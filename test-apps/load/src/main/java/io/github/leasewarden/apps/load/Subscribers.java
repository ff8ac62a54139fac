package io.github.leasewarden.apps.load;

import io.github.leasewarden.apps.support.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** Subscriptions to one feed of the JDK's kind and one of Reactor's, half of them each. */
final class Subscribers {
    private final SubmissionPublisher<Integer> publisher =
            new SubmissionPublisher<>(Workers.named("feed", 2), Flow.defaultBufferSize());
    private final Sinks.Many<Integer> sink = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger heard = new AtomicInteger();
    private final List<Disposable> open = new ArrayList<>();

    void open(int count) {
        for (int i = 0; i < count; i++) {
            open.add(i % 2 == 0 ? subscribeToJdk() : subscribeToReactor());
        }
    }

    Disposable subscribeToJdk() {
        Listener listener = new Listener();
        publisher.subscribe(listener);
        return () -> listener.subscription.join().cancel();
    }

    Disposable subscribeToReactor() {
        return sink.asFlux().subscribe(event -> heard.incrementAndGet());
    }

    /** Sends one event and returns when all that are subscribed have heard it. */
    void publishAndAwait() throws InterruptedException {
        int expected = count();
        heard.set(0);
        publisher.submit(1);
        sink.tryEmitNext(1);
        Waiting.until(
                () -> heard.get() >= expected,
                TimeUnit.MINUTES.toNanos(1),
                () -> heard + " of " + expected + " heard the event");
    }

    void cancelAll() {
        open.forEach(Disposable::dispose);
        open.clear();
    }

    /** How many are subscribed, as the two feeds count them. */
    int count() {
        return publisher.getNumberOfSubscribers() + sink.currentSubscriberCount();
    }

    private final class Listener implements Flow.Subscriber<Integer> {
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
            this.subscription.complete(subscription);
        }

        @Override
        public void onNext(Integer event) {
            heard.incrementAndGet();
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
