package io.github.leasewarden.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {

    /** Notes what it is asked for. */
    private static class Publisher implements Flow.Subscription {
        final List<Long> asked = new CopyOnWriteArrayList<>();
        boolean cancelled;

        @Override
        public void request(long items) {
            if (items <= 0) {
                throw new IllegalArgumentException("not positive");
            }
            asked.add(items);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private final Publisher publisher = new Publisher();
    private final Batch batch = batch(publisher, 100);
    private final Flow.Subscription subscription = (Flow.Subscription) batch.asSubscription();

    private static Batch batch(Flow.Subscription subscription, int most) {
        try {
            Batch batch = Batch.of(subscription, most);
            assertThat(batch).isNotNull();
            return batch;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private void receive(int items) throws Throwable {
        for (int i = 0; i < items; i++) {
            batch.received();
        }
    }

    private long asked() {
        return publisher.asked.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void whatFitsIntoABatchIsAskedForAtOnce() throws Throwable {
        subscription.request(1);
        subscription.request(40);
        assertThat(publisher.asked).containsExactly(1L, 40L);
        receive(41);
        assertThat(publisher.asked).hasSize(2);
    }

    @Test
    void theRestIsAskedForAsItemsArriveAndNothingIsLost() throws Throwable {
        subscription.request(250);
        assertThat(publisher.asked).containsExactly(100L);
        receive(74);
        assertThat(publisher.asked).hasSize(1);
        receive(1);
        assertThat(publisher.asked).containsExactly(100L, 75L);
        receive(175);
        assertThat(asked()).isEqualTo(250);
    }

    @Test
    void anUnboundedDemandStaysUnbounded() throws Throwable {
        subscription.request(Long.MAX_VALUE);
        for (int i = 0; i < 100; i++) {
            receive(100);
            assertThat(asked()).isBetween(100L * (i + 1), 100L * (i + 2));
        }
    }

    @Test
    void demandsAddUpWithoutOverflow() {
        subscription.request(Long.MAX_VALUE - 1);
        subscription.request(Long.MAX_VALUE - 1);
        assertThat(publisher.asked).containsExactly(100L);
    }

    @Test
    void everythingElseIsThePublishersBusiness() {
        subscription.cancel();
        assertThat(publisher.cancelled).isTrue();
        assertThatThrownBy(() -> subscription.request(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not positive");
        assertThat(List.of(subscription)).contains(subscription);
        assertThat(subscription).hasToString(publisher.toString());
        assertThat(subscription.hashCode()).isEqualTo(publisher.hashCode());
    }

    @Test
    void whatIsNoSubscriptionWeKnowStaysAsItIs() throws NoSuchMethodException {
        assertThat(Batch.of("subscription", 100)).isNull();
    }

    @Test
    void aRealPublisherDeliversEverythingToAnUnboundedSubscriber() throws InterruptedException {
        int items = 5000;
        CountDownLatch received = new CountDownLatch(items);
        List<Integer> seen = new ArrayList<>();
        try (SubmissionPublisher<Integer> source = new SubmissionPublisher<>()) {
            source.subscribe(new Flow.Subscriber<>() {
                private Batch batch;

                @Override
                public void onSubscribe(Flow.Subscription own) {
                    batch = batch(own, 16);
                    ((Flow.Subscription) batch.asSubscription()).request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(Integer item) {
                    seen.add(item);
                    received.countDown();
                    try {
                        batch.received();
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                }

                @Override
                public void onError(Throwable error) {
                    throw new AssertionError(error);
                }

                @Override
                public void onComplete() {}
            });
            for (int i = 0; i < items; i++) {
                source.submit(i);
            }
            received.await();
        }
        assertThat(seen).hasSize(items).isSorted();
    }

    @Test
    void whenTheAgentIsOffAllThatWasKeptBackIsAskedForAndNothingMore() throws Throwable {
        subscription.request(250);
        batch.letGo();
        assertThat(publisher.asked).containsExactly(100L, 150L);
        subscription.request(7);
        subscription.request(Long.MAX_VALUE);
        assertThat(publisher.asked).containsExactly(100L, 150L, 7L, Long.MAX_VALUE);
    }

    @Test
    void aPublisherThatNeverReturnsHoldsUpNoOther() {
        Batches batches = new Batches();
        CountDownLatch never = new CountDownLatch(1);
        Batch stuck = batch(
                new Publisher() {
                    @Override
                    public void request(long items) {
                        super.request(items);
                        if (items > 100) {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }
                    }
                },
                100);
        batches.add(stuck);
        batches.add(batch);
        ((Flow.Subscription) stuck.asSubscription()).request(1000);
        subscription.request(1000);
        batches.letGo(sentence -> {});
        await().untilAsserted(() -> assertThat(asked()).isEqualTo(1000));
        never.countDown();
    }

    @Test
    void aSubscriptionThatComesWhenTheAgentIsOffIsNotLimited() {
        Batches batches = new Batches();
        batches.letGo(sentence -> {});
        batches.add(batch);
        subscription.request(1000);
        assertThat(publisher.asked).containsExactly(1000L);
    }
}
