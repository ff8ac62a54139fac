package io.github.leasewarden.core;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One look at a time, and none after the last. The last does not wait for ever: a look that begins to record while the JDK ends Flight Recorder never
 * comes back from native code (17 and 25), and keeps its turn. Thread-safe.
 */
final class Turns {
    private final ReentrantLock turn = new ReentrantLock();
    private final Duration patience;
    private volatile boolean over;

    /** @param patience for how long the last look waits for one that goes on */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Looks as soon as nobody else does, or not at all if the last has begun. */
    void take(Runnable look) {
        turn.lock();
        try {
            if (!over) {
                look.run();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Whether the last look has begun, or was given up: one that still goes on has nothing to say any more. */
    boolean over() {
        return over;
    }

    /**
     * Looks for the last time, unless somebody did.
     *
     * @param instead done if another look goes on for too long, be it the last
     */
    void last(Runnable look, Runnable instead) {
        if (!hasTurn()) {
            over = true;
            instead.run();
            return;
        }
        try {
            if (!over) {
                over = true;
                look.run();
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean hasTurn() {
        try {
            return turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
