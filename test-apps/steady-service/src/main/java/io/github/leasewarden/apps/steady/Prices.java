package io.github.leasewarden.apps.steady;

import io.github.leasewarden.apps.support.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        int heard = Math.min(heardBy(first, price), second.join());
        first.subscription.join().cancel();
        subscription.dispose();
        return heard;
    }

    /**
     * A publisher that is used by one thread may miss that its subscriber has just gone to sleep (seen on JDK 17 and, without any agent, once in
     * 1.9 million rounds on 25: {@code offer} stores the item and reads the subscriber's state without a fence between them). The next
     * item wakes it.
     */
    private int heardBy(FirstPrice first, int price) {
        while (true) {
            try {
                return first.price.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                publisher.submit(price);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("price " + price + " was not heard", e);
            }
        }
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
