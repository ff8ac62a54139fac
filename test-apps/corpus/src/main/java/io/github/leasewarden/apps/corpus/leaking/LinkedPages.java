package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The newest 200 pages of a wiki, and no more; but a page holds those it links to, and they hold those they link to. */
public final class LinkedPages implements Program {
    private static final int MOST = 200;
    private final Map<Integer, Page> pages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Page> eldest) {
            return size() > MOST;
        }
    };
    private final Random random = new Random(309);
    private double due;

    private static final class Page {
        private final int number;
        private final byte[] text;
        private final List<Page> links = new ArrayList<>();

        private Page(int number, int length) {
            this.number = number;
            text = new byte[length];
        }
    }

    @Override
    public void tick(Moment moment) {
        for (due += 2 + 1.5 * Math.sin(2 * Math.PI * moment.seconds() / 26); due >= 1; due--) {
            Page page = pages.get(random.nextInt(50_000));
            if (page == null) {
                page = load(random.nextInt(50_000));
            }
            pages.put(page.number, page);
        }
    }

    private Page load(int number) {
        Page page = new Page(number, 3_000 + random.nextInt(6_000));
        List<Page> known = new ArrayList<>(pages.values());
        for (int i = 0; i < 4 && !known.isEmpty(); i++) {
            page.links.add(known.get(random.nextInt(known.size())));
        }
        return page;
    }
}
