package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.CountDownLatch;

/** A watcher thread for every upload, waiting for an answer that does not come. */
public final class ForgottenThreads implements Program {
    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 20 == 0) {
            Thread watcher = new Thread(ForgottenThreads::awaitAnswer, "upload-watcher-" + moment.tick() / 20);
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private static void awaitAnswer() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
