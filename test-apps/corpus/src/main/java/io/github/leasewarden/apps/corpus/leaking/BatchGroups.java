package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A batch has a group of threads of its own, which is told what goes wrong in them; most batches run by night. */
public final class BatchGroups implements Program {
    private static final int DAY = 400;
    private static final int NIGHT = 160;
    private final AtomicLong booked = new AtomicLong();
    private final Random random = new Random(712);
    private int batches;

    private static final class Batch extends ThreadGroup {
        private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
        private final byte[] rows;

        private Batch(String name, int length) {
            super(name);
            rows = new byte[length];
        }

        @Override
        public void uncaughtException(Thread thread, Throwable problem) {
            problems.add(thread.getName() + ": " + problem.getMessage());
        }

        private int part(int number, int parts, boolean readable) {
            if (!readable) {
                throw new IllegalStateException("cannot read part " + number);
            }
            return rows.length / parts;
        }
    }

    @Override
    public void tick(Moment moment) {
        boolean night = moment.tick() % DAY < NIGHT;
        if (moment.tick() % (night ? 6 : 40) == 0) {
            run(new Batch("batch " + ++batches, 20_000 + random.nextInt(60_000)));
        }
    }

    private void run(Batch batch) {
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            int number = i;
            boolean readable = random.nextInt(9) > 0;
            Thread thread = new Thread(
                    batch, () -> booked.addAndGet(batch.part(number, parts, readable)), batch.getName() + " part " + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public String toString() {
        return booked + " booked in " + batches + " batches";
    }
}
