package io.github.leasewarden.core;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lines for the operator, on standard error. The same line is told at most once a minute, and at most {@value #MAX_A_MINUTE} lines a minute
 * in all, so that a fault of ours cannot fill a disk. Thread-safe; never used by hooks.
 */
final class AgentLog {
    private static final int MAX_A_MINUTE = 120;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final PrintStream out;
    private final Map<String, Long> lastTold = new HashMap<>();
    private final LongSupplier nanoTime;
    private long minute;
    private int inMinute;

    AgentLog(PrintStream out) {
        this(out, System::nanoTime);
    }

    AgentLog(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.minute = nanoTime.getAsLong();
    }

    synchronized void line(String text) {
        long now = nanoTime.getAsLong();
        if (now - minute > MINUTE_NANOS) {
            minute = now;
            inMinute = 0;
            lastTold.values().removeIf(told -> now - told > MINUTE_NANOS);
        }
        Long told = lastTold.get(text);
        if ((told != null && now - told < MINUTE_NANOS) || ++inMinute > MAX_A_MINUTE) {
            return;
        }
        lastTold.put(text, now);
        out.println("[leasewarden] " + text.replaceAll("\\R", " "));
    }
}
