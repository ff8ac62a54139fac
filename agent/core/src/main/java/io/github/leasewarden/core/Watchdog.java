package io.github.leasewarden.core;

import io.github.leasewarden.thread.AgentThread;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Once a second: does a look hang? A look calls what is not ours (pools, Flight Recorder, the disk that reports go to), any of which may never come
 * back. On a thread that calls none of them.
 */
final class Watchdog {
    private static final long ROUND_MILLIS = 1000;
    /**
     * For so many rounds a look may go on. Counted and not timed, so that a JVM that stood still is not taken for a look that hangs. On a machine short
     * of processors JVMs stood still for 16 s (docs/verdict.md).
     */
    static final int PATIENCE = 60;

    private final Turns turns;
    private final Consumer<String> tell;
    private Turns.@Nullable Look seen;
    private int rounds;
    private volatile @Nullable String hanging;

    /** @param tell takes a line for the operator */
    Watchdog(Turns turns, Consumer<String> tell) {
        this.turns = turns;
        this.tell = tell;
    }

    void start(CountDownLatch ending) {
        new AgentThread("watchdog", () -> run(ending)).start();
    }

    /** The look that hangs and where, in one sentence; null while none does. Any thread. */
    @Nullable
    String hanging() {
        return hanging;
    }

    private void run(CountDownLatch ending) {
        try {
            Rounds.run(ending, ROUND_MILLIS, this::round, tell);
        } catch (InterruptedException e) {
            tell.accept("the watchdog was interrupted and ends; a look that hangs is no longer told");
        }
    }

    void round() {
        Turns.Look going = turns.going();
        if (going == null || going != seen) {
            comesBack();
            seen = going;
            rounds = 0;
        } else if (++rounds == PATIENCE) {
            hangs(going);
        }
    }

    private void hangs(Turns.Look look) {
        String sentence = "A look at the application has not ended for " + PATIENCE * ROUND_MILLIS / 1000
                + " s: nothing is measured, judged or reported until it ends. It is in " + look.where() + ".";
        hanging = sentence;
        tell.accept(sentence + " The agent can still be switched off.");
    }

    private void comesBack() {
        if (hanging != null) {
            hanging = null;
            tell.accept("the look that had not ended has ended; the application is watched again");
        }
    }
}
