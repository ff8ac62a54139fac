package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** The newest lines up to a limit that is reached only near the end of the run. */
public final class TrimmedLog implements Program {
    private static final int MOST = 1600;

    private final Deque<LogLine> lines = new ArrayDeque<>();

    private record LogLine(int tick, byte[] text) {}

    @Override
    public void tick(Moment moment) {
        lines.addLast(new LogLine(moment.tick(), new byte[40_000]));
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }
}
