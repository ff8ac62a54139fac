package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Workers gather results in a ThreadLocal that nobody empties, but a worker is replaced after some five hundred requests. */
public final class RecycledWorkers implements Program {
    private static final ThreadLocal<List<Result>> RESULTS = ThreadLocal.withInitial(ArrayList::new);
    private final Worker[] workers = new Worker[4];
    private final AtomicLong compared = new AtomicLong();
    private final Random random = new Random(408);

    private record Result(byte[] rows) {}

    private static final class Worker {
        private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "worker");
            made.setDaemon(true);
            return made;
        });
        private int left;

        private Worker(int requests) {
            left = requests;
        }
    }

    public RecycledWorkers() {
        Arrays.setAll(workers, number -> new Worker(400 + number * 70));
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(11); i > 0; i--) {
            int number = random.nextInt(workers.length);
            int length = 6_000 + random.nextInt(6_000);
            workers[number].thread.execute(() -> answer(length));
            if (--workers[number].left == 0) {
                workers[number].thread.shutdown();
                workers[number] = new Worker(450 + random.nextInt(100));
            }
        }
    }

    private void answer(int length) {
        List<Result> results = RESULTS.get();
        results.add(new Result(new byte[length]));
        compared.addAndGet(length - results.get(results.size() / 2).rows.length);
    }

    @Override
    public String toString() {
        return "difference " + compared;
    }
}
