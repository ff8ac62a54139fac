package io.github.leasewarden.core.lease;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Handle classes whose release once blocked or threw. They are released one at a time, so that they can hold up one thread and no more.
 * Thread-safe.
 */
final class Quarantine {
    /** Whether a release may begin. */
    enum Pass {
        FREE,
        ALONE,
        NOT_NOW
    }

    private final Set<String> suspicious = ConcurrentHashMap.newKeySet();
    /** Suspicious classes of which one is being released. */
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    void suspect(String handleClass) {
        suspicious.add(handleClass);
    }

    /** A release of this class is to begin; unless the answer is NOT_NOW, it must {@link #leave} at its end. */
    Pass admit(String handleClass) {
        if (!suspicious.contains(handleClass)) {
            return Pass.FREE;
        }
        return running.add(handleClass) ? Pass.ALONE : Pass.NOT_NOW;
    }

    void leave(String handleClass, Pass pass) {
        if (pass == Pass.ALONE) {
            running.remove(handleClass);
        }
    }
}
