package io.github.leasewarden.apps.eventfeed;

import io.github.leasewarden.apps.support.Workers;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Price changes, for subscribers of the JDK's kind and of Reactor's. The feed lives as long as the process. */
final class PriceFeed {
    private final SubmissionPublisher<Integer> publisher =
            new SubmissionPublisher<>(Workers.named("price-feed", 2), Flow.defaultBufferSize());
    private final Sinks.Many<Integer> sink = Sinks.many().multicast().directBestEffort();

    SubmissionPublisher<Integer> publisher() {
        return publisher;
    }

    Flux<Integer> flux() {
        return sink.asFlux();
    }

    void publish(int price) {
        publisher.submit(price);
        sink.tryEmitNext(price);
    }

    int jdkSubscribers() {
        return publisher.getNumberOfSubscribers();
    }

    int reactorSubscribers() {
        return sink.currentSubscriberCount();
    }
}
