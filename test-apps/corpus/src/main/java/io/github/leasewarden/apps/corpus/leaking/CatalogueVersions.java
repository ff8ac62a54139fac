package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A catalogue as a tree that is never changed: a version shares all but the changed branches with the last. All are kept. */
public final class CatalogueVersions implements Program {
    private static final int ARTICLES = 2048;
    private final List<Version> versions = new ArrayList<>();
    private final Random random = new Random(312);
    private Node newest = full(ARTICLES);

    private record Version(int tick, Node root) {}

    private record Node(Node left, Node right, int price) {
        private Node with(int article, int articles, int newPrice) {
            if (articles == 1) {
                return new Node(null, null, newPrice);
            }
            int half = articles / 2;
            return article < half
                    ? new Node(left.with(article, half, newPrice), right, 0)
                    : new Node(left, right.with(article - half, half, newPrice), 0);
        }
    }

    private static Node full(int articles) {
        return articles == 1 ? new Node(null, null, 1) : new Node(full(articles / 2), full(articles / 2), 0);
    }

    @Override
    public void tick(Moment moment) {
        int changes = random.nextInt(41);
        for (int i = 0; i < changes; i++) {
            newest = newest.with(random.nextInt(ARTICLES), ARTICLES, random.nextInt(5_000));
        }
        if (changes > 0) {
            versions.add(new Version(moment.tick(), newest));
        }
    }
}
