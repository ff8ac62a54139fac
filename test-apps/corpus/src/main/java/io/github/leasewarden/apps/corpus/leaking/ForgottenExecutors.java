package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An executor for every export, never shut down. */
public final class ForgottenExecutors implements Program {
    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 20 == 0) {
            ExecutorService executor = Executors.newFixedThreadPool(2);
            executor.execute(() -> Thread.onSpinWait());
        }
    }
}
