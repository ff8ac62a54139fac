package io.github.leasewarden.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who hears of one kind of news. One that throws is logged and takes nothing from the others, nor from whoever tells. Thread-safe. */
final class Listeners<T> {
    private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();
    private final Consumer<String> log;

    Listeners(Consumer<String> log) {
        this.log = log;
    }

    void add(Consumer<T> listener) {
        all.add(listener);
    }

    void tell(T news) {
        for (Consumer<T> listener : all) {
            try {
                listener.accept(news);
            } catch (RuntimeException | Error e) {
                // any Error: a listener may need a thread, and none may be had
                log.accept("what was seen could not be passed on: " + e);
            }
        }
    }
}
