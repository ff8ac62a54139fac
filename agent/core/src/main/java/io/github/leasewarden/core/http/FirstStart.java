package io.github.leasewarden.core.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the first attempt to listen ended. Whoever waits for it is told of every end, or would wait for ever. */
final class FirstStart {
    private int port = -1;
    private @Nullable Throwable problem;

    synchronized void listening(int bound) {
        port = bound;
        notifyAll();
    }

    /** Returns whether this was the first attempt. */
    synchronized boolean failed(Throwable e) {
        if (port >= 0) {
            return false;
        }
        problem = e;
        notifyAll();
        return true;
    }

    /** @throws IOException if it failed, for whatever reason */
    synchronized int await() throws IOException {
        try {
            while (port < 0 && problem == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (problem instanceof IOException) {
            throw (IOException) problem;
        }
        if (problem != null) {
            // an address that this JVM has no protocol for, no memory: for the caller the same as a port that is taken
            throw new IOException(problem.toString(), problem);
        }
        return port;
    }
}
