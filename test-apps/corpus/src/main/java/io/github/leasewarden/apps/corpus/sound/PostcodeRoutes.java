package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Routes by postcode in 512 chains; a route goes to the head of its chain, and what is fifth in it is cut off. */
public final class PostcodeRoutes implements Program {
    private static final int CHAIN_BITS = 9;
    private static final int LONGEST = 4;
    private final Route[] chains = new Route[1 << CHAIN_BITS];
    private final Random random = new Random(805);
    private long driven;

    private static final class Route {
        private final int postcode;
        private final byte[] way;
        private Route next;

        private Route(int postcode, int length, Route next) {
            this.postcode = postcode;
            this.way = new byte[length];
            this.next = next;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(17); i > 0; i--) {
            driven += route(random.nextInt(10_000_000)).way.length;
        }
    }

    private Route route(int postcode) {
        int chain = postcode * 0x9E37_79B9 >>> Integer.SIZE - CHAIN_BITS;
        for (Route known = chains[chain]; known != null; known = known.next) {
            if (known.postcode == postcode) {
                return known;
            }
        }
        Route planned = new Route(postcode, 3_000 + random.nextInt(10_000), chains[chain]);
        chains[chain] = planned;
        cut(planned);
        return planned;
    }

    private static void cut(Route head) {
        Route last = head;
        for (int i = 1; i < LONGEST && last != null; i++) {
            last = last.next;
        }
        if (last != null) {
            last.next = null;
        }
    }

    @Override
    public String toString() {
        return driven + " driven";
    }
}
