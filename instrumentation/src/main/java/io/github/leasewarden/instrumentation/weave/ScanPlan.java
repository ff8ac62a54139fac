package io.github.leasewarden.instrumentation.weave;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When to look through the loaded classes for subtypes that were offered before their parents were known. At once for a root; and again a
 * second after the last request, because a class whose parents are still being loaded is not among the loaded ones yet. Looking
 * costs some tens of milliseconds in a large application, so requests that come one after the other share a look, but none waits for
 * more than five seconds. {@link #wanted} is for any thread, {@link #due} for one.
 */
final class ScanPlan {
    private static final int SETTLED_CALLS = 10;
    private static final int LONGEST_CALLS = 50;

    private final AtomicBoolean atOnce = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();

    private int calls;
    private int seen;
    private boolean waiting;
    private int first;
    private int last;

    /** @param root whether it is for a root */
    void wanted(boolean root) {
        requests.incrementAndGet();
        if (root) {
            atOnce.set(true);
        }
    }

    /** Whether to look now; to be asked ten times a second. */
    boolean due() {
        calls++;
        int newest = requests.get();
        if (newest != seen) {
            seen = newest;
            last = calls;
            if (!waiting) {
                waiting = true;
                first = calls;
            }
        }
        boolean now = atOnce.get() && atOnce.getAndSet(false);
        if (waiting && calls - last >= SETTLED_CALLS) {
            waiting = false;
            now = true;
        } else if (waiting && calls - first >= LONGEST_CALLS) {
            first = calls;
            now = true;
        }
        return now;
    }
}
