package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Suggestions learnt from whatever is typed, in a trie; every fifteen seconds counts are halved and what has none left is cut. */
public final class FadingSuggestions implements Program {
    private final Node root = new Node();
    private final Random random = new Random(404);

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(4);
        private int count;

        private void learn(String text) {
            Node node = this;
            for (int i = 0; i < text.length(); i++) {
                node = node.next.computeIfAbsent(text.charAt(i), unknown -> new Node());
                node.count++;
            }
        }

        private void fade() {
            next.values().removeIf(node -> {
                node.count /= 2;
                node.fade();
                return node.count == 0;
            });
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(31); i > 0; i--) {
            boolean usual = random.nextInt(3) == 0;
            root.learn(usual ? "article " + random.nextInt(400) : Long.toString(random.nextLong() >>> 20, 30));
        }
        if (moment.tick() % 300 == 0) {
            root.fade();
        }
    }
}
