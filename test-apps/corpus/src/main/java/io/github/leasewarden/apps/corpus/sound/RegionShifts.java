package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Users of three regions, each with its own table of sessions: in one it is evening, in another morning; a day is 75 seconds. */
public final class RegionShifts implements Program {
    private static final int DAY = 75;
    private final Map<String, Deque<Session>> regions = new LinkedHashMap<>();
    private final Random random = new Random(413);

    private record Session(String user, byte[] state) {}

    public RegionShifts() {
        regions.put("Dublin", new ArrayDeque<>());
        regions.put("Denver", new ArrayDeque<>());
        regions.put("Sydney", new ArrayDeque<>());
    }

    @Override
    public void tick(Moment moment) {
        double morning = 0.15;
        for (Map.Entry<String, Deque<Session>> region : regions.entrySet()) {
            Deque<Session> sessions = region.getValue();
            double users = 1_600 * Math.sin(2 * Math.PI * (moment.seconds() / DAY + morning));
            for (int i = 0; i < 12 && sessions.size() < users; i++) {
                String user = region.getKey() + " " + random.nextInt(50_000);
                sessions.addLast(new Session(user, new byte[5_000 + random.nextInt(10_000)]));
            }
            while (!sessions.isEmpty() && sessions.size() > users) {
                sessions.removeFirst();
            }
            morning -= 1.0 / 3;
        }
    }
}
