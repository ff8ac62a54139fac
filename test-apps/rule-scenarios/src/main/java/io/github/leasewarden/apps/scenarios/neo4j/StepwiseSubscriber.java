package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.scenarios.Scenario;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.driver.Record;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Asks for one row at first, and for all others when told to. */
final class StepwiseSubscriber extends BaseSubscriber<Record> {
    private final AtomicInteger rows = new AtomicInteger();
    private volatile boolean ended;

    StepwiseSubscriber(Flux<Record> records) {
        records.subscribe(this);
        Scenario.until(() -> rows.get() > 0 || ended);
    }

    int rest() {
        requestUnbounded();
        Scenario.until(() -> ended);
        return rows.get();
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnNext(Record row) {
        rows.incrementAndGet();
    }

    @Override
    protected void hookOnComplete() {
        ended = true;
    }

    @Override
    protected void hookOnError(Throwable failure) {
        System.out.println("failed: " + failure);
        ended = true;
    }
}
