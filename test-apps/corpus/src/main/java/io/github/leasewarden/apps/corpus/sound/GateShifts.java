package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Readings are gathered into shifts, which end after a pause of five seconds, and after 40 seconds in any case. */
public final class GateShifts implements Program {
    private static final int PAUSE = 100;
    private static final int LONGEST = 800;
    private final Map<String, Shift> open = new HashMap<>();
    private final Random random = new Random(604);
    private long counted;

    private record Reading(String gate, byte[] values) {}

    private static final class Shift {
        private final List<Reading> readings = new ArrayList<>();
        private final int first;
        private int last;

        private Shift(int now) {
            first = now;
        }

        private void add(Reading reading, int now) {
            readings.add(reading);
            last = now;
        }
    }

    @Override
    public void tick(Moment moment) {
        int newest = moment.tick() / 30 * 40;
        for (int i = random.nextInt(11); i > 0; i--) {
            read("driver " + (newest + random.nextInt(80)), moment.tick());
        }
        int machines = Math.min(90, 1 + moment.tick() / 8);
        for (int i = 0; i < machines; i++) {
            if (random.nextInt(25) == 0) {
                read("machine " + i, moment.tick());
            }
        }
        open.values().removeIf(shift -> isOver(shift, moment.tick()));
    }

    private void read(String who, int now) {
        Reading reading = new Reading("gate " + random.nextInt(30), new byte[2_000 + random.nextInt(9_000)]);
        open.computeIfAbsent(who, unknown -> new Shift(now)).add(reading, now);
    }

    private boolean isOver(Shift shift, int now) {
        if (now - shift.last < PAUSE && now - shift.first < LONGEST) {
            return false;
        }
        counted += shift.readings.size();
        return true;
    }

    @Override
    public String toString() {
        return counted + " readings";
    }
}
