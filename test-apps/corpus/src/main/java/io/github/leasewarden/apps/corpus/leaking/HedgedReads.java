package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A read that seems slow goes to a second replica too; one answer is taken for each read. Readers become more. */
public final class HedgedReads implements Program {
    private final CompletionService<Answer> replicas =
            new ExecutorCompletionService<>(Executors.newFixedThreadPool(2, work -> {
                Thread thread = new Thread(work, "replica");
                thread.setDaemon(true);
                return thread;
            }));
    private final Random random = new Random(709);
    private int reads;
    private int unanswered;
    private long received;

    private record Answer(int read, byte[] page) {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(4 + moment.tick() / 110); i > 0; i--) {
            int read = ++reads;
            int length = 2_000 + random.nextInt(6_000);
            replicas.submit(() -> new Answer(read, new byte[length]));
            boolean slow = random.nextInt(6) == 0;
            if (slow) {
                replicas.submit(() -> new Answer(read, new byte[length]));
            }
            unanswered++;
        }
        while (unanswered > 0) {
            Future<Answer> answered = replicas.poll();
            if (answered == null) {
                break;
            }
            take(answered);
            unanswered--;
        }
    }

    private void take(Future<Answer> answered) {
        try {
            received += answered.get().page.length;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return received + " bytes received";
    }
}
