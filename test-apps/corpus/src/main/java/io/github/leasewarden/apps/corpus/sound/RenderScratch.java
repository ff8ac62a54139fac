package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Six render threads, each with a buffer that grows to the longest document it has seen; longer ones than two million are cut. */
public final class RenderScratch implements Program {
    private static final int LONGEST = 2_000_000;
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);
    private final ExecutorService renderers = Executors.newFixedThreadPool(6, work -> {
        Thread thread = new Thread(work, "renderer");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong rendered = new AtomicLong();
    private final Random random = new Random(210);

    private static final class Scratch {
        private char[] chars = new char[8_192];

        private int render(int length) {
            if (length > chars.length) {
                chars = new char[Math.min(LONGEST, Integer.highestOneBit(length - 1) * 2)];
            }
            Arrays.fill(chars, 0, length, 'x');
            return length;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 3; i++) {
            int length = (int) Math.min(LONGEST, 4_000 / (1 - random.nextDouble()));
            renderers.execute(() -> rendered.addAndGet(SCRATCH.get().render(length)));
        }
    }

    @Override
    public String toString() {
        return rendered + " rendered";
    }
}
