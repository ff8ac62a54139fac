package io.github.leasewarden.thread;

import org.jspecify.annotations.Nullable;

/** A daemon thread of ours. What it does through a library opens no lease and counts as no use. */
public final class AgentThread extends Thread {
    public AgentThread(String purpose, Runnable work) {
        this(null, purpose, work);
    }

    /** @param group where threads belong that the work starts; null for the caller's */
    public AgentThread(@Nullable ThreadGroup group, String purpose, Runnable work) {
        super(group, work, "leasewarden-" + purpose, 0, false);
        setDaemon(true);
        setContextClassLoader(null);
    }

    public static boolean isCurrent() {
        return Thread.currentThread() instanceof AgentThread;
    }
}
