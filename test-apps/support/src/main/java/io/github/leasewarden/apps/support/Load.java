package io.github.leasewarden.apps.support;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Simulated load: requests at an even rate, for a time ({@code --seconds}) or up to a count ({@code --requests}, which makes
 * the output reproducible). A slow request delays the next one and is not made up for, as with a single impatient client.
 */
public final class Load {
    /** The options every app with a load has; append the app's own. */
    public static final String OPTIONS = "--seconds=10 --rate=20 --requests=0 --correct --quiet";

    private final int requestsPerSecond;
    private final int requests;
    private final long nanos;

    public Load(Options options) {
        requestsPerSecond = Math.max(1, options.number("--rate"));
        requests = options.number("--requests") > 0 ? options.number("--requests") : Integer.MAX_VALUE;
        nanos = requests < Integer.MAX_VALUE
                ? Long.MAX_VALUE / 2
                : TimeUnit.SECONDS.toNanos(options.number("--seconds"));
    }

    /** Calls {@code request} with 1, 2, 3 … on this thread and returns how many calls there were. */
    public int run(IntConsumer request) {
        long start = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
        int done = 0;
        while (done < requests && System.nanoTime() - start < nanos) {
            long began = System.nanoTime();
            request.accept(++done);
            sleepUntil(began + interval);
        }
        return done;
    }

    private static void sleepUntil(long deadline) {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
