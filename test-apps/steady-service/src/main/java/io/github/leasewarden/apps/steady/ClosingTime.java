package io.github.leasewarden.apps.steady;

import io.github.leasewarden.apps.support.Workers;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Sinks;

/**
 * One event that comes once, when the service closes, and 450 subscribers that have waited for it since the service opened:
 * 150 of the JDK's publisher, 150 of a Reactor sink, 150 bean listeners. They look abandoned and are not.
 */
final class ClosingTime {
    static final int WAITING = 450;

    private final CountDownLatch stillWaiting = new CountDownLatch(WAITING);
    private final SubmissionPublisher<String> publisher =
            new SubmissionPublisher<>(Workers.named("closing-time", 2), Flow.defaultBufferSize());
    private final List<CompletableFuture<Void>> consumers = new ArrayList<>();
    private final Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();
    private final PropertyChangeSupport bell = new PropertyChangeSupport(this);

    ClosingTime() {
        for (int i = 0; i < WAITING / 3; i++) {
            consumers.add(publisher.consume(event -> stillWaiting.countDown()));
            sink.asFlux().subscribe(event -> stillWaiting.countDown());
            bell.addPropertyChangeListener("closing", event -> stillWaiting.countDown());
        }
    }

    /** Sends the event and returns how many of the waiting heard it. */
    int announce() throws InterruptedException {
        publisher.submit("closing");
        sink.tryEmitNext("closing");
        bell.firePropertyChange("closing", false, true);
        stillWaiting.await(5, TimeUnit.SECONDS);
        publisher.close();
        sink.tryEmitComplete();
        return WAITING - (int) stillWaiting.getCount();
    }
}
