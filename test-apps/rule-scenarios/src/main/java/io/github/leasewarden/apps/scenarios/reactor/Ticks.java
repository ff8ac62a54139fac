package io.github.leasewarden.apps.scenarios.reactor;

import io.github.leasewarden.apps.scenarios.Scenario;
import java.time.Duration;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Reactor's three subscribers, ended in every way there is, and some that are not. */
public final class Ticks {
    private Ticks() {}

    public static void main(String[] args) {
        Sinks.Many<Integer> quiet = Sinks.many().multicast().directBestEffort();
        Flux<Long> busy = Flux.interval(Duration.ofMillis(200)).share();
        for (int i = 0; i < 4; i++) {
            forgetFlux(quiet);
            forgetMono(quiet);
            forgetSubscriber(quiet);
            dispose(quiet);
        }
        for (int i = 0; i < 3; i++) {
            listen(busy);
        }
        complete();
        fail();
        cancelSubscriber(quiet);
        cancelInside(quiet);
        quiet.tryEmitNext(1);
        Scenario.pause(5_000);
        System.out.println("quiet: " + quiet.currentSubscriberCount());
    }

    static void forgetFlux(Sinks.Many<Integer> sink) {
        sink.asFlux().subscribe(price -> {});
    }

    /** Waits for a price that never comes. */
    static void forgetMono(Sinks.Many<Integer> sink) {
        sink.asFlux().filter(price -> price < 0).next().subscribe(price -> {});
    }

    static void forgetSubscriber(Sinks.Many<Integer> sink) {
        sink.asFlux().subscribe(new Watcher());
    }

    static void listen(Flux<Long> ticks) {
        ticks.subscribe(tick -> {});
    }

    static void dispose(Sinks.Many<Integer> sink) {
        Disposable subscription = sink.asFlux().subscribe(price -> {});
        subscription.dispose();
    }

    static void complete() {
        Flux.range(1, 3).subscribe(price -> {});
        Mono.just(1).subscribe(price -> {});
        Mono.empty().subscribe(price -> {});
        Flux.range(1, 3).subscribe(new Watcher());
    }

    static void fail() {
        Flux.error(new IllegalStateException("no prices")).subscribe(price -> {}, failure -> {});
        Mono.error(new IllegalStateException("no price")).subscribe(price -> {}, failure -> {});
        Flux.range(1, 3).map(price -> 1 / (price - 2)).subscribe(price -> {}, failure -> {});
        Flux.range(1, 3).subscribe(Ticks::refuse, failure -> {});
    }

    private static void refuse(int price) {
        throw new IllegalArgumentException("a price I do not understand: " + price);
    }

    static void cancelSubscriber(Sinks.Many<Integer> sink) {
        Watcher watcher = new Watcher();
        sink.asFlux().subscribe(watcher);
        watcher.cancel();
    }

    /** Cancels with what it heard. */
    static void cancelInside(Sinks.Many<Integer> sink) {
        sink.asFlux().take(1).subscribe(price -> {});
    }

    private static final class Watcher extends BaseSubscriber<Integer> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }
    }
}
