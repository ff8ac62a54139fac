package io.github.leasewarden.apps.support;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Keeps what the libraries say through {@code java.util.logging} off standard error, except for errors. */
public final class QuietLogging {
    private QuietLogging() {}

    /**
     * Silences the root handlers rather than the loggers: the Neo4j driver of 4.4 and 5 sets the level of its own loggers
     * when it starts.
     */
    public static void install() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.SEVERE);
        }
    }
}
