package io.github.leasewarden.core.sampling;

import java.util.function.Consumer;

/** Where collections are learnt from. */
interface GcSource {
    /**
     * Starts to deliver. Returns at once if the JVM brings its own thread; otherwise blocks until {@link #close()} or until
     * the source dies.
     *
     * @param running told once collections are delivered; more than once does no harm
     * @throws Exception if this JVM cannot do it
     */
    void run(Consumer<GcReading> sink, Runnable running) throws Exception;

    /** Stops delivering; harmless if it never ran. */
    void close();
}
