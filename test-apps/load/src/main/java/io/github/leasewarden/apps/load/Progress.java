package io.github.leasewarden.apps.load;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Tells on standard output what goes on and how long it took. */
final class Progress {
    private final long start = System.nanoTime();

    /** Work that may fail. */
    interface Phase {
        void run() throws Exception;
    }

    void phase(String name, Phase work) throws Exception {
        phase(name, () -> {
            work.run();
            return null;
        });
    }

    <T> T phase(String name, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        T result = work.call();
        say(String.format(Locale.ROOT, "  %-55s %6.1f s", name, seconds(began)));
        return result;
    }

    void say(String line) {
        System.out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(start), line);
    }

    private static double seconds(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) / 1000.0;
    }
}
