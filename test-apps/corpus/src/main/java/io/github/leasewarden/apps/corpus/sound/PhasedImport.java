package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Corpus;
import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An import in three phases of twenty-five seconds: read rows, join them, write pages; each phase uses up the one before. */
public final class PhasedImport implements Program {
    private static final int PHASE = 25 * Corpus.TICKS_PER_SECOND;
    private final Deque<Row> rows = new ArrayDeque<>();
    private final Deque<Joined> joined = new ArrayDeque<>();
    private final List<Page> pages = new ArrayList<>();

    private record Row(byte[] cells) {}

    private record Joined(Row left, byte[] right) {}

    private record Page(byte[] bytes) {}

    @Override
    public void tick(Moment moment) {
        switch ((moment.tick() - 1) / PHASE % 3) {
            case 0 -> read();
            case 1 -> join();
            default -> write();
        }
    }

    private void read() {
        pages.clear();
        for (int i = 0; i < 3; i++) {
            rows.addLast(new Row(new byte[10_000]));
        }
    }

    private void join() {
        for (int i = 0; i < 3 && !rows.isEmpty(); i++) {
            joined.addLast(new Joined(rows.removeFirst(), new byte[14_000]));
        }
    }

    private void write() {
        int length = 0;
        for (int i = 0; i < 3 && !joined.isEmpty(); i++) {
            Joined row = joined.removeFirst();
            length += row.left.cells.length + row.right.length;
        }
        pages.add(new Page(new byte[length * 2 / 3]));
    }
}
