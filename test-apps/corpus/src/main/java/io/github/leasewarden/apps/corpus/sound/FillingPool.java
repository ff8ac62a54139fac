package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A pool of forty threads, each started by a first task of its own: one a second. */
public final class FillingPool implements Program {
    private final ExecutorService pool = Executors.newFixedThreadPool(40);

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 20 == 0) {
            pool.execute(Thread::onSpinWait);
        }
    }
}
