package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A nightly job compares itself with the summary of the one before, which is an anonymous class and so knows its job. */
public final class JobSummaries implements Program {
    private final Random random = new Random(103);
    private Summary last;
    private Job running = new Job(null);

    private interface Summary {
        int rows();

        int growth();
    }

    private static final class Job {
        private final Summary before;
        private final List<String[]> rows = new ArrayList<>();

        private Job(Summary before) {
            this.before = before;
        }

        private Summary summary() {
            return new Summary() {
                @Override
                public int rows() {
                    return rows.size();
                }

                @Override
                public int growth() {
                    return before == null ? 0 : rows.size() - before.rows();
                }
            };
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 15 + random.nextInt(10); i > 0; i--) {
            String[] row = new String[12];
            for (int column = 0; column < row.length; column++) {
                row[column] = "column " + column + " of row " + moment.tick() + "." + i;
            }
            running.rows.add(row);
        }
        if (moment.tick() % 12 == 0) {
            last = running.summary();
            running = new Job(last);
        }
    }

    @Override
    public String toString() {
        return last == null ? "no job yet" : last.rows() + " rows, growth " + last.growth();
    }
}
