package io.github.leasewarden.apps.demo;

import io.github.leasewarden.apps.support.Workers;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/**
 * Tells of cancelled orders, to whoever is working on one. The mistake: {@link #watch} subscribes for each order and nobody
 * cancels when the order is done, so the publisher keeps the watcher and the order with its invoice.
 */
final class OrderFeed {
    private final SubmissionPublisher<Integer> cancellations =
            new SubmissionPublisher<>(Workers.named("order-feed", 2), Flow.defaultBufferSize());

    void watch(Order order) {
        CancellationWatcher watcher = new CancellationWatcher(order);
        cancellations.subscribe(watcher);
    }

    /** A customer changes their mind. */
    void cancel(int orderId) {
        cancellations.submit(orderId);
    }

    int watchers() {
        return cancellations.getNumberOfSubscribers();
    }

    private static final class CancellationWatcher implements Flow.Subscriber<Integer> {
        private final Order order;
        private volatile boolean cancelled;

        CancellationWatcher(Order order) {
            this.order = order;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer orderId) {
            cancelled |= orderId == order.id();
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}

        @Override
        public String toString() {
            return "order " + order.id() + (cancelled ? " (cancelled)" : "");
        }
    }
}
