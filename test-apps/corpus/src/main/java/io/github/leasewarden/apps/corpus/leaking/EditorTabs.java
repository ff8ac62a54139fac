package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tabs unsubscribe from the bus with a method reference that is another object than the one they subscribed with. */
public final class EditorTabs implements Program {
    private final EventBus bus = new EventBus();
    private final Deque<Editor> tabs = new ArrayDeque<>();

    private static final class EventBus {
        private final Map<String, List<Consumer<String>>> subscribers = new HashMap<>();

        private void on(String topic, Consumer<String> subscriber) {
            subscribers.computeIfAbsent(topic, name -> new ArrayList<>()).add(subscriber);
        }

        private void off(String topic, Consumer<String> subscriber) {
            subscribers.get(topic).remove(subscriber);
        }

        private void publish(String topic, String event) {
            subscribers.getOrDefault(topic, List.of()).forEach(subscriber -> subscriber.accept(event));
        }
    }

    private static final class Editor {
        private final char[] text = new char[14_000];

        private void themed(String theme) {
            text[0] = theme.charAt(0);
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 2 == 0) {
            Editor editor = new Editor();
            bus.on("theme", editor::themed);
            tabs.addLast(editor);
        }
        double wanted = 150 + 130 * Math.sin(2 * Math.PI * moment.seconds() / 35);
        while (tabs.size() > wanted) {
            Editor closed = tabs.removeFirst();
            bus.off("theme", closed::themed);
        }
        if (moment.tick() % 100 == 0) {
            bus.publish("theme", "dark");
        }
    }
}
