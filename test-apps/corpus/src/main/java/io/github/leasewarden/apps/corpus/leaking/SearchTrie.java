package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Suggestions for a search box, learnt from whatever is typed into it: a trie of small nodes that is never pruned. */
public final class SearchTrie implements Program {
    private final Node root = new Node();
    private final Random random = new Random(5);

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private int hits;
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 6; i++) {
            learn(typed());
        }
    }

    private String typed() {
        StringBuilder text = new StringBuilder();
        for (int length = 5 + random.nextInt(6); length > 0; length--) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private void learn(String text) {
        Node node = root;
        for (char letter : text.toCharArray()) {
            node = node.next.computeIfAbsent(letter, unseen -> new Node());
            node.hits++;
        }
    }
}
