package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Routes to at most six thousand hosts in a map that is copied for each change; requests keep the copy they began with. */
public final class RoutingTable implements Program {
    private static final int HOSTS = 6000;
    private final Deque<Map<String, String>> inFlight = new ArrayDeque<>();
    private final Random random = new Random(53);
    private Map<String, String> routes = Map.of();

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 5 == 0) {
            Map<String, String> changed = new HashMap<>(routes);
            for (int i = 0; i < 60; i++) {
                changed.put("host-" + random.nextInt(HOSTS), route(moment.tick()));
            }
            routes = changed;
        }
        inFlight.addLast(routes);
        if (inFlight.size() > 150) {
            inFlight.removeFirst();
        }
    }

    private String route(int version) {
        StringBuilder hops = new StringBuilder("version " + version);
        for (int hop = 4 + random.nextInt(12); hop > 0; hop--) {
            hops.append(" via 10.0.").append(random.nextInt(256)).append('.').append(random.nextInt(256));
        }
        return hops.toString();
    }
}
