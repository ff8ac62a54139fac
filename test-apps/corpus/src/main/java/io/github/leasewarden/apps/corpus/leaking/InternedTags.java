package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Tags of log lines, each kept once to save memory; but one of the tags is the number of the request. */
public final class InternedTags implements Program {
    private static final Map<String, String> CANONICAL = new ConcurrentHashMap<>();
    private final Deque<String[]> lines = new ArrayDeque<>();
    private final Random random = new Random(17);

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 4; i++) {
            lines.addLast(new String[] {
                canonical("host-" + random.nextInt(40)),
                canonical("region-" + random.nextInt(5)),
                canonical("request-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()))
            });
        }
        while (lines.size() > 500) {
            lines.removeFirst();
        }
    }

    private static String canonical(String tag) {
        String known = CANONICAL.putIfAbsent(tag, tag);
        return known == null ? tag : known;
    }
}
