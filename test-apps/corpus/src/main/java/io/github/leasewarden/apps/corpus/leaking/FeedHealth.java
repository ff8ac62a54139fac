package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A feed keeps its first failure, and later ones hung on it, until it works again; one is closed in second 22. */
public final class FeedHealth implements Program {
    private static final int CLOSED = 440;
    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Random random = new Random(701);

    private static final class FeedFailure extends Exception {
        private static final long serialVersionUID = 1;
        private final byte[] page;

        private FeedFailure(String feed, byte[] page) {
            super(feed + " sent an error page of " + page.length + " bytes");
            this.page = page;
        }
    }

    private static final class Feed {
        private FeedFailure problem;
        private long items;

        private void poll(String name, byte[] answer, boolean works) {
            try {
                items += parse(name, answer, works);
                problem = null;
            } catch (FeedFailure e) {
                if (problem == null) {
                    problem = e;
                } else {
                    problem.addSuppressed(e);
                }
            }
        }

        private static int parse(String name, byte[] answer, boolean works) throws FeedFailure {
            if (!works) {
                throw new FeedFailure(name, answer);
            }
            return answer.length / 100;
        }

        @Override
        public String toString() {
            return items + " items" + (problem == null ? "" : " and " + problem.page.length + " bytes of trouble");
        }
    }

    public FeedHealth() {
        for (String name : List.of("agency", "bazaar", "courts", "harbour", "sports", "theatre", "weather")) {
            feeds.put(name, new Feed());
        }
    }

    @Override
    public void tick(Moment moment) {
        feeds.forEach((name, feed) -> {
            boolean works = random.nextInt(6) > 0 && !(name.equals("bazaar") && moment.tick() > CLOSED);
            feed.poll(name, new byte[2_000 + random.nextInt(5_000)], works);
        });
    }

    @Override
    public String toString() {
        return feeds.toString();
    }
}
