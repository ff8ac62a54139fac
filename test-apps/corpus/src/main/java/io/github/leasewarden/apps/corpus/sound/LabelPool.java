package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** Labels are shared through a table of 32768 slots in which a new label overwrites the one that was there before. */
public final class LabelPool implements Program {
    private final String[] slots = new String[1 << 15];
    private final Deque<String[]> lines = new ArrayDeque<>();
    private final Random random = new Random(209);

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 60; i++) {
            lines.addLast(new String[] {
                shared("service=shop,zone=eu-" + random.nextInt(6)),
                shared("level=" + (random.nextInt(20) == 0 ? "warning" : "info")),
                shared("trace=" + Long.toHexString(random.nextLong()) + ",path=/orders/" + random.nextInt(1_000_000)
                        + "/lines,agent=browser-" + random.nextInt(90))
            });
        }
        while (lines.size() > 3000) {
            lines.removeFirst();
        }
    }

    private String shared(String label) {
        int slot = (label.hashCode() * 0x9E3779B9) >>> 17;
        if (!label.equals(slots[slot])) {
            slots[slot] = label;
        }
        return slots[slot];
    }
}
