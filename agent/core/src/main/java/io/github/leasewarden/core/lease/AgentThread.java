package io.github.leasewarden.core.lease;

/** A daemon thread of ours. What it does through a library opens no lease and counts as no use. */
public final class AgentThread extends Thread {
    public AgentThread(String purpose, Runnable work) {
        super(null, work, "leasewarden-" + purpose, 0, false);
        setDaemon(true);
        setContextClassLoader(null);
    }

    public static boolean isCurrent() {
        return Thread.currentThread() instanceof AgentThread;
    }
}
