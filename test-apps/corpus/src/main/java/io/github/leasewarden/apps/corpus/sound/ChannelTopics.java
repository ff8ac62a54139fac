package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;

/** Topics are kept once, weakly, for the messages in a window, which becomes wider for forty seconds; many are new. */
public final class ChannelTopics implements Program {
    private static final int WIDENED = 800;
    private final Map<Topic, WeakReference<Topic>> topics = new WeakHashMap<>();
    private final Deque<Message> window = new ArrayDeque<>();
    private final Random random = new Random(811);

    private static final class Topic {
        private final String name;
        private final byte[] icon;

        private Topic(String name, int length) {
            this.name = name;
            icon = new byte[length];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Topic topic && topic.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private record Message(Topic topic, byte[] text) {
        private int length() {
            return topic.icon.length + text.length;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(13); i > 0; i--) {
            String name = random.nextInt(3) == 0 ? "topic " + random.nextLong() : "channel " + random.nextInt(200);
            Topic topic = keptOnce(new Topic(name, 1_000 + random.nextInt(4_000)));
            window.addLast(new Message(topic, new byte[random.nextInt(3_000)]));
        }
        int most = 100 + Math.min(moment.tick(), WIDENED);
        while (window.size() > most) {
            window.removeFirst();
        }
    }

    private Topic keptOnce(Topic topic) {
        WeakReference<Topic> reference = topics.get(topic);
        Topic known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        topics.put(topic, new WeakReference<>(topic));
        return topic;
    }

    @Override
    public String toString() {
        return window.stream().mapToInt(Message::length).sum() + " bytes in " + topics.size() + " topics";
    }
}
