package io.github.leasewarden.apps.scenarios.guava;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import io.github.leasewarden.apps.scenarios.Scenario;
import java.util.concurrent.atomic.AtomicInteger;

/** Subscribers of a Guava event bus that come and go, and some that only come. */
public final class Orders {
    private Orders() {}

    public static void main(String[] args) {
        EventBus bus = new EventBus("orders");
        AtomicInteger heard = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            forget(bus, new Printer(heard));
            comeAndGo(bus, new Printer(heard));
            forget(new AsyncEventBus(Runnable::run), new Printer(heard));
        }
        comeTwiceGoOnce(bus, new Printer(heard));
        stranger(bus, new Printer(heard));
        for (int i = 0; i < 20; i++) {
            bus.post("order " + i);
            Scenario.pause(200);
        }
        System.out.println("heard: " + heard);
    }

    static void forget(EventBus bus, Object subscriber) {
        bus.register(subscriber);
    }

    static void comeAndGo(EventBus bus, Object subscriber) {
        bus.register(subscriber);
        bus.unregister(subscriber);
    }

    /** A bus knows a subscriber once, however often it was registered. */
    static void comeTwiceGoOnce(EventBus bus, Object subscriber) {
        bus.register(subscriber);
        bus.register(subscriber);
        bus.unregister(subscriber);
    }

    static void stranger(EventBus bus, Object subscriber) {
        try {
            bus.unregister(subscriber);
        } catch (IllegalArgumentException e) {
            System.out.println("stranger: refused");
        }
    }

    /** Listens to orders. */
    public static final class Printer {
        private final AtomicInteger heard;

        Printer(AtomicInteger heard) {
            this.heard = heard;
        }

        @Subscribe
        public void on(String order) {
            heard.incrementAndGet();
        }
    }
}
