package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Random;

/** The last ten visits of each of 120 branches are shown on a board; but what is not among the ten any more is not dropped. */
public final class BranchVisits implements Program {
    private static final int SHOWN = 10;
    private final Branch[] branches = new Branch[120];
    private final Random random = new Random(302);
    private long read;

    private record Visit(int tick, int customer, String purpose) {}

    private static final class Branch {
        private final Deque<Visit> visits = new ArrayDeque<>();

        private int show() {
            int length = 0;
            Iterator<Visit> newest = visits.descendingIterator();
            for (int i = 0; i < SHOWN && newest.hasNext(); i++) {
                Visit visit = newest.next();
                length += visit.purpose.length() + visit.customer % 10;
            }
            return length;
        }
    }

    public BranchVisits() {
        Arrays.setAll(branches, number -> new Branch());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(81); i > 0; i--) {
            int customer = random.nextInt(100_000);
            Branch branch = branches[random.nextInt(1 + random.nextInt(branches.length))];
            String purpose = "asks about contract " + random.nextInt(1_000_000);
            branch.visits.addLast(new Visit(moment.tick(), customer, purpose));
        }
        read += branches[random.nextInt(branches.length)].show();
    }

    @Override
    public String toString() {
        return read + " characters read";
    }
}
