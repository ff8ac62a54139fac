package io.github.leasewarden.core.stream;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The newest failures of a stream, and whether anything still succeeds. Thread-safe. */
final class Failures {
    /** Failures kept. */
    static final int KEPT = 20;
    /** So many items failed in a row that isolating them any longer would lose the whole stream silently. */
    static final int HOPELESS = 100;

    private static final int MOST_FRAMES = 20;
    private static final int MOST_TEXT = 300;
    private static final long PAUSE_MILLIS = 50;

    private final Clock clock;
    private final ArrayDeque<Failure> newest = new ArrayDeque<>();
    private final AtomicInteger inARow = new AtomicInteger();
    private long lastKept = Long.MIN_VALUE;

    Failures(Clock clock) {
        this.clock = clock;
    }

    void success() {
        if (inARow.get() != 0) {
            inARow.set(0);
        }
    }

    /** One more; returns how many there were since the last success. */
    int failed() {
        return inARow.updateAndGet(count -> Math.min(count, Integer.MAX_VALUE - 1) + 1);
    }

    boolean isHopeless() {
        return inARow.get() >= HOPELESS;
    }

    /** Keeps it, unless one was kept just now: stacks are not free, and 20 a second tell enough. */
    void keep(Throwable thrown, boolean isolated) {
        long now = clock.millis();
        synchronized (newest) {
            if (lastKept != Long.MIN_VALUE && now - lastKept < PAUSE_MILLIS && newest.size() == KEPT) {
                return;
            }
            lastKept = now;
        }
        // outside the lock: it runs the application's getMessage
        Failure failure =
                new Failure(clock.instant(), thrown.getClass().getName(), message(thrown), frames(thrown), isolated);
        synchronized (newest) {
            if (newest.size() == KEPT) {
                newest.removeFirst();
            }
            newest.addLast(failure);
        }
    }

    private static String message(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
        if (message == null) {
            return "";
        }
        return message.length() <= MOST_TEXT ? message : message.substring(0, MOST_TEXT) + "…";
    }

    private static List<String> frames(Throwable thrown) {
        List<String> frames = new ArrayList<>();
        StackTraceElement[] stack = thrown.getStackTrace();
        for (int i = 0; i < stack.length && i < MOST_FRAMES; i++) {
            frames.add(stack[i].toString());
        }
        return frames;
    }

    List<Failure> newest() {
        synchronized (newest) {
            return new ArrayList<>(newest);
        }
    }
}
