package io.github.leasewarden.core.sampling;

import java.util.function.Consumer;

/** Where collections are learnt from. */
interface GcSource {
    /**
     * Starts to deliver. Returns at once if the JVM brings its own thread; otherwise blocks until {@link #close()} or until
     * the source dies.
     *
     * @throws Exception if this JVM cannot do it
     */
    void run(Consumer<GcReading> sink) throws Exception;

    /** Stops delivering; harmless if it never ran. */
    void close();
}
