package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Clicks are gathered into visits, which end after five seconds without a click and are then counted; probes click for ever. */
public final class VisitWindows implements Program {
    private static final int PAUSE = 100;
    private static final int PROBES = 25;
    private final Map<String, Visit> open = new HashMap<>();
    private final Random random = new Random(507);
    private long counted;

    private record Click(String path, byte[] headers) {}

    private static final class Visit {
        private final List<Click> clicks = new ArrayList<>();
        private int last;

        private void add(Click click, int now) {
            clicks.add(click);
            last = now;
        }
    }

    @Override
    public void tick(Moment moment) {
        int newest = moment.tick() / 30 * 40;
        for (int i = random.nextInt(11); i > 0; i--) {
            click("visitor " + (newest + random.nextInt(80)), moment.tick());
        }
        if (moment.tick() % 10 < 6) {
            for (int i = 0; i < 2; i++) {
                click("probe " + (moment.tick() * 2 + i) % PROBES, moment.tick());
            }
        }
        open.values().removeIf(visit -> isOver(visit, moment.tick()));
    }

    private void click(String who, int now) {
        Click click = new Click("/page/" + random.nextInt(9_000), new byte[2_000 + random.nextInt(9_000)]);
        open.computeIfAbsent(who, unknown -> new Visit()).add(click, now);
    }

    private boolean isOver(Visit visit, int now) {
        if (now - visit.last < PAUSE) {
            return false;
        }
        counted += visit.clicks.size();
        return true;
    }

    @Override
    public String toString() {
        return counted + " clicks";
    }
}
