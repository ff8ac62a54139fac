package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;

/** An undo history: a linked list of the application's own making, without an end. */
public final class OwnChain implements Program {
    private Edit newest;

    private static final class Edit {
        private final Edit previous;
        private final int[] cells = new int[4000];

        private Edit(Edit previous) {
            this.previous = previous;
        }
    }

    @Override
    public void tick(Moment moment) {
        newest = new Edit(newest);
        newest.cells[0] = newest.previous == null ? 0 : newest.previous.cells[0] + 1;
    }
}
