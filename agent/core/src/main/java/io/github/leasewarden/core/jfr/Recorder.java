package io.github.leasewarden.core.jfr;

import jdk.jfr.FlightRecorder;

/** The only question asked before an event class is touched; a class of its own, because {@code jdk.jfr} may be missing. */
final class Recorder {
    private Recorder() {}

    /** Whether somebody started Flight Recorder. Starting it costs about a second of processor time, so events never do. */
    static boolean isInitialized() {
        return FlightRecorder.isInitialized();
    }
}
