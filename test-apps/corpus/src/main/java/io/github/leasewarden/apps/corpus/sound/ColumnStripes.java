package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows are gathered in columns, with a dictionary for texts, and written as a stripe when they are 125,000. */
public final class ColumnStripes implements Program {
    private static final int STRIPE = 125_000;
    private final Random random = new Random(610);
    private final Column<String> referrers = new Texts();
    private final Column<String> agents = new Texts();
    private final Column<Double> prices = new Numbers();
    private int rows;
    private long written;

    private interface Column<T> {
        void add(T value);

        int write();
    }

    private static final class Numbers implements Column<Double> {
        private final List<Page> pages = new ArrayList<>();

        private static final class Page {
            private final double[] values = new double[1024];
            private int size;

            private boolean isFull() {
                return size == values.length;
            }
        }

        @Override
        public void add(Double value) {
            if (pages.isEmpty() || pages.get(pages.size() - 1).isFull()) {
                pages.add(new Page());
            }
            Page page = pages.get(pages.size() - 1);
            page.values[page.size++] = value;
        }

        @Override
        public int write() {
            int values = pages.stream().mapToInt(page -> page.size).sum();
            pages.clear();
            return values;
        }
    }

    private static final class Texts implements Column<String> {
        private final Map<String, Integer> dictionary = new HashMap<>();
        private final Numbers codes = new Numbers();

        @Override
        public void add(String value) {
            Integer next = dictionary.size();
            Integer known = dictionary.putIfAbsent(value, next);
            codes.add((double) (known == null ? next : known));
        }

        @Override
        public int write() {
            int texts = dictionary.size();
            dictionary.clear();
            return texts + codes.write();
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(401); i > 0; i--) {
            referrers.add("https://shop.example/" + random.nextInt(100_000));
            agents.add("agent " + random.nextInt(300_000));
            prices.add(random.nextInt(10_000) / 100.0);
            if (++rows % STRIPE == 0) {
                written += referrers.write() + agents.write() + prices.write();
            }
        }
    }

    @Override
    public String toString() {
        return written + " values written";
    }
}
