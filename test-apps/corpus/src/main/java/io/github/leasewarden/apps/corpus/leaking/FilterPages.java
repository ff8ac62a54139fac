package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The newest 400 pages of search results by their filters; but the list of filters is still changed when it is a key. */
public final class FilterPages implements Program {
    private static final int MOST = 400;
    private final Map<List<String>, Page> pages = new HashMap<>();
    private final Deque<List<String>> order = new ArrayDeque<>();
    private final Random random = new Random(104);
    private int links;

    private record Page(byte[] html) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 2; i++) {
            List<String> filters = new ArrayList<>();
            filters.add("brand=" + random.nextInt(20));
            filters.add("colour=" + random.nextInt(6));
            filters.add("size=" + random.nextInt(4));
            if (!pages.containsKey(filters)) {
                pages.put(filters, new Page(new byte[8_000 + random.nextInt(12_000)]));
                order.addLast(filters);
            }
            if (order.size() > MOST) {
                pages.remove(order.removeFirst());
            }
            links += linkToNextPage(filters).length();
        }
    }

    private static String linkToNextPage(List<String> filters) {
        filters.add("page=2");
        return "/search?" + String.join("&", filters);
    }

    @Override
    public String toString() {
        return links + " characters of links";
    }
}
