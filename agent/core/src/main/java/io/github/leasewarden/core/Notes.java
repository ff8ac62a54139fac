package io.github.leasewarden.core;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What this JVM lets the agent see and show, and what not: one sentence a topic, the newest counts. Thread-safe. */
public final class Notes {
    private final Map<String, String> sentences = new ConcurrentSkipListMap<>();

    public void say(String topic, String sentence) {
        sentences.put(topic, sentence);
    }

    /** In alphabetical order of topics. */
    public List<String> list() {
        return List.copyOf(sentences.values());
    }
}
