package io.github.leasewarden.core;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One look at a time, and none after the last. Nobody waits for ever for one that goes on: a look that begins to record while the JDK ends Flight
 * Recorder never comes back from native code (17 and 25), and keeps its turn. Thread-safe.
 */
final class Turns {
    /** One that goes on. Two of the same thread are different ones. */
    static final class Look {
        private final Thread thread = Thread.currentThread();

        /** The method that does not come back, or the first below it that is not the JDK's. */
        String where() {
            StackTraceElement[] stack = thread.getStackTrace();
            for (StackTraceElement frame : stack) {
                String module = frame.getModuleName();
                if (module == null || !(module.startsWith("java.") || module.startsWith("jdk."))) {
                    return line(frame);
                }
            }
            return stack.length == 0 ? "a thread that has ended" : line(stack[0]);
        }

        /** Without its class loader. */
        private static String line(StackTraceElement frame) {
            return new StackTraceElement(
                            frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
                    .toString();
        }
    }

    private final ReentrantLock turn = new ReentrantLock();
    private final Duration patience;
    private volatile boolean over;
    private volatile @Nullable Look going;
    /** Somebody has waited for it in vain: no other look does. */
    private volatile @Nullable Look tooLong;

    /** @param patience for how long a look waits for one that goes on */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Looks as soon as nobody else does; not at all if the last has begun, or if another look goes on for too long. */
    void take(Runnable look) {
        Look before = tooLong;
        if (!hasTurn(before != null && before == going ? Duration.ZERO : patience)) {
            tooLong = going;
            return;
        }
        try {
            if (!over) {
                run(look);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Whether the last look has begun, or was given up: one that still goes on has nothing to say any more. */
    boolean over() {
        return over;
    }

    /** The look that goes on; null if none does. */
    @Nullable
    Look going() {
        return going;
    }

    /**
     * Looks for the last time, unless somebody did.
     *
     * @param instead done if another look goes on for too long, be it the last
     */
    void last(Runnable look, Runnable instead) {
        if (!hasTurn(patience)) {
            over = true;
            instead.run();
            return;
        }
        try {
            if (!over) {
                over = true;
                run(look);
            }
        } finally {
            turn.unlock();
        }
    }

    private void run(Runnable look) {
        going = new Look();
        try {
            look.run();
        } finally {
            going = null;
        }
    }

    private boolean hasTurn(Duration wait) {
        try {
            return turn.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
