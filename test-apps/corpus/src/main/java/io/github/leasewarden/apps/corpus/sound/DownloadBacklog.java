package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Downloads come in a rush of fifteen seconds, which takes twice as long to work off; then the queue is empty again. */
public final class DownloadBacklog implements Program {
    private static final int PERIOD = 45;
    private final Queue<Download> waiting = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(41);

    private record Download(int tick, byte[] request) {}

    @Override
    public void tick(Moment moment) {
        boolean rush = moment.seconds() % PERIOD < 15;
        for (int arriving = random.nextInt(rush ? 17 : 3); arriving > 0; arriving--) {
            waiting.add(new Download(moment.tick(), new byte[25_000]));
        }
        for (int i = 0; i < 4; i++) {
            waiting.poll();
        }
    }
}
