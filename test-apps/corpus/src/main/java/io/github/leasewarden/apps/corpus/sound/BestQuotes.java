package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** The lowest quote for 3000 parts is shown; outdated ones stay in the heap, which is made anew from 6000 quotes on. */
public final class BestQuotes implements Program {
    private static final int PARTS = 3_000;
    private static final int STRIDE = 1_237;
    private final Part[] parts = new Part[PARTS];
    private final Random random = new Random(803);
    private Queue<Quote> lowest = heap();
    private int quotes;
    private long shown;

    private static final class Part {
        private Quote newest;
    }

    private record Quote(Part part, int price, byte[] terms) {
        private boolean isNewest() {
            return part.newest == this;
        }
    }

    public BestQuotes() {
        Arrays.setAll(parts, number -> new Part());
    }

    private static Queue<Quote> heap() {
        return new PriorityQueue<>(Comparator.comparingInt(Quote::price));
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(21); i > 0; i--) {
            Part part = parts[quotes++ * STRIDE % PARTS];
            part.newest = new Quote(part, random.nextInt(1_000_000), new byte[1_500 + random.nextInt(3_500)]);
            lowest.add(part.newest);
        }
        while (!lowest.isEmpty() && !lowest.element().isNewest()) {
            lowest.remove();
        }
        if (lowest.size() > 2 * PARTS) {
            makeAnew();
        }
        shown += lowest.isEmpty() ? 0 : lowest.element().terms.length;
    }

    private void makeAnew() {
        Queue<Quote> current = heap();
        for (Quote quote : lowest) {
            if (quote.isNewest()) {
                current.add(quote);
            }
        }
        lowest = current;
    }

    @Override
    public String toString() {
        return shown + " shown";
    }
}
