package io.github.leasewarden.apps.scenarios.streams;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Emitter;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableEmitter;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.ObservableEmitter;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.functions.BiFunction;
import java.util.List;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;

/**
 * Every source that the built-in rules know, each emitting {@value #ITEMS} items, after a collection that left more than the test allows.
 */
@SuppressWarnings("CheckReturnValue") // they end by themselves
public final class Sources {
    private static final int ITEMS = 100;

    private final AtomicInteger received = new AtomicInteger();
    private final CompositeDisposable subscriptions = new CompositeDisposable();

    private Sources() {}

    public static void main(String[] args) throws InterruptedException {
        byte[] live = new byte[16 << 20];
        System.gc(); // as an application may; the agent must know of a collection
        Scenario.pause(1000);
        Sources sources = new Sources();
        sources.jdk();
        sources.sinks();
        sources.create();
        sources.push();
        sources.generate();
        sources.flowables();
        sources.observables();
        Scenario.await("received " + 13 * ITEMS, () -> sources.received.get() == 13 * ITEMS);
        System.out.println("still held: " + (live.length >> 20) + " MiB");
    }

    private void receive(Object item) {
        received.incrementAndGet();
    }

    private void jdk() {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        publisher.consume(this::receive);
        for (int i = 0; i < ITEMS / 2; i++) {
            publisher.submit(i);
            publisher.offer(i, null);
        }
        publisher.close();
    }

    private void sinks() {
        for (Sinks.Many<Integer> sink : List.<Sinks.Many<Integer>>of(
                Sinks.many().unicast().onBackpressureBuffer(),
                Sinks.many().multicast().onBackpressureBuffer(),
                Sinks.many().replay().all())) {
            sink.asFlux().subscribe(this::receive);
            for (int i = 0; i < ITEMS; i++) {
                sink.tryEmitNext(i).orThrow();
            }
        }
    }

    private static void emit(FluxSink<Integer> sink) {
        for (int i = 0; i < ITEMS; i++) {
            sink.next(i);
        }
        sink.complete();
    }

    private void create() {
        Flux.<Integer>create(Sources::emit).subscribe(this::receive);
        Flux.<Integer>create(Sources::emit, FluxSink.OverflowStrategy.IGNORE).subscribe(this::receive);
    }

    private void push() {
        Flux.<Integer>push(Sources::emit, FluxSink.OverflowStrategy.LATEST).subscribe(this::receive);
    }

    private static Integer next(Integer state, SynchronousSink<Integer> sink) {
        sink.next(state);
        return state + 1;
    }

    private void generate() {
        Flux.<Integer, Integer>generate(() -> 0, Sources::next).take(ITEMS).subscribe(this::receive);
    }

    private static void emit(FlowableEmitter<Integer> emitter) {
        emit((Emitter<Integer>) emitter.serialize());
    }

    private static void emit(ObservableEmitter<Integer> emitter) {
        emit((Emitter<Integer>) emitter);
    }

    private static void emit(Emitter<Integer> emitter) {
        for (int i = 0; i < ITEMS; i++) {
            emitter.onNext(i);
        }
        emitter.onComplete();
    }

    private static BiFunction<Integer, Emitter<Integer>, Integer> counting() {
        return (state, emitter) -> {
            emitter.onNext(state);
            return state + 1;
        };
    }

    private void flowables() {
        subscriptions.add(Flowable.<Integer>create(Sources::emit, BackpressureStrategy.BUFFER)
                .subscribe(this::receive));
        subscriptions.add(Flowable.<Integer>create(Sources::emit, BackpressureStrategy.ERROR)
                .subscribe(this::receive));
        subscriptions.add(Flowable.<Integer, Integer>generate(() -> 0, counting())
                .take(ITEMS)
                .subscribe(this::receive));
    }

    private void observables() {
        subscriptions.add(Observable.<Integer>create(Sources::emit).subscribe(this::receive));
        subscriptions.add(Observable.<Integer, Integer>generate(() -> 0, counting())
                .take(ITEMS)
                .subscribe(this::receive));
    }
}
