package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A log in segments of a megabyte, dropped when all consumers have read them; one consumer was switched off for good. */
public final class SegmentLog implements Program {
    private static final int SEGMENT = 1_000_000;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Map<String, Long> offsets = new HashMap<>(Map.of("billing", 0L, "search", 0L, "old-mailer", 0L));
    private long end;

    private record Segment(long start, byte[] bytes) {}

    @Override
    public void tick(Moment moment) {
        append(17_000);
        offsets.put("billing", end);
        offsets.put("search", Math.max(0, end - 2 * SEGMENT));
        long read = Collections.min(offsets.values());
        while (segments.size() > 1 && segments.getFirst().start + SEGMENT <= read) {
            segments.removeFirst();
        }
    }

    private void append(int length) {
        for (int i = 0; i < length; i++, end++) {
            if (end % SEGMENT == 0) {
                segments.addLast(new Segment(end, new byte[SEGMENT]));
            }
            segments.getLast().bytes[(int) (end % SEGMENT)] = (byte) i;
        }
    }
}
