package io.github.leasewarden.core;

import io.github.leasewarden.thread.AgentThread;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What the agent still does while the JVM exits, and for how long at most. The JVM waits for a shutdown hook without limit, and any lock may be held by
 * a thread that hangs: a flight recording that begins after the JDK's own hook has ended Flight Recorder never comes back from native code (17 and 25).
 * So the hook does nothing but wait, and a daemon thread does the work.
 */
final class Exit {
    private static final Thread NO_HOOK = new AgentThread("no-hook", () -> {});

    private final Runnable work;
    private final Duration patience;
    private final Consumer<String> tell;

    /**
     * @param work done once, on a daemon thread
     * @param patience the most the exit is held up
     * @param tell takes a line for the operator
     */
    Exit(Runnable work, Duration patience, Consumer<String> tell) {
        this.work = work;
        this.patience = patience;
        this.tell = tell;
    }

    /** @throws IllegalStateException if the JVM exits already */
    void register() {
        Runtime.getRuntime().addShutdownHook(new AgentThread("exit", this::run));
    }

    /** Whether the JVM exits: other hooks may have ended before this one begins. There is nothing to ask but this: an exiting JVM takes no hook back. */
    static boolean begun() {
        try {
            Runtime.getRuntime().removeShutdownHook(NO_HOOK);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void run() {
        AgentThread worker = new AgentThread("at-exit", work);
        worker.start();
        try {
            worker.join(patience.toMillis());
        } catch (InterruptedException e) {
            // somebody wants the exit sooner
            return;
        }
        if (worker.isAlive()) {
            tell.accept("the JVM exits without the last report: something holds it up for more than "
                    + patience.toSeconds() + " s");
        }
    }
}
