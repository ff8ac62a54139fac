package io.github.leasewarden.apps.steady;

import io.github.leasewarden.apps.support.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** A price feed that each request follows for as long as it takes, and that it lets go of again. */
final class Prices implements AutoCloseable {
    private final SubmissionPublisher<Integer> publisher =
            new SubmissionPublisher<>(Workers.named("prices", 2), Flow.defaultBufferSize());
    private final Sinks.Many<Integer> sink = Sinks.many().multicast().directBestEffort();

    /** Returns the next price, as heard by two subscribers that are both cancelled afterwards. */
    int next(int price) {
        FirstPrice first = new FirstPrice();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        publisher.subscribe(first);
        Disposable subscription = sink.asFlux().subscribe(second::complete);
        publisher.submit(price);
        sink.tryEmitNext(price);
        int heard = Math.min(first.price.join(), second.join());
        first.subscription.join().cancel();
        subscription.dispose();
        return heard;
    }

    @Override
    public void close() {
        publisher.close();
        sink.tryEmitComplete();
    }

    private static final class FirstPrice implements Flow.Subscriber<Integer> {
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final CompletableFuture<Integer> price = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
            this.subscription.complete(subscription);
        }

        @Override
        public void onNext(Integer price) {
            this.price.complete(price);
        }

        @Override
        public void onError(Throwable failure) {
            price.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {}
    }
}
