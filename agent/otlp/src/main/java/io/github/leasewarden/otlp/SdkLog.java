package io.github.leasewarden.otlp;

import java.text.MessageFormat;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code java.util.logging.Logger} in the SDK; the build of the jar replaces one name by the other. The real one belongs to the application:
 * it would start the log manager before the application has chosen its own, and print where the application prints, perhaps on standard
 * output. It has those methods of the real one that the SDK calls, which {@code OtlpJarIT} verifies. Warnings go to the agent's log, but for those
 * about failed requests: the {@link Outbox} tells of them, once an outage. Thread-safe.
 */
public final class SdkLog {
    private static final String OF_REQUESTS = ".HttpExporter";
    private static volatile @Nullable Consumer<String> operator;

    private final String name;

    private SdkLog(String name) {
        this.name = name;
    }

    static void tellTo(Consumer<String> tell) {
        operator = tell;
    }

    public static SdkLog getLogger(String name) {
        return new SdkLog(name);
    }

    public boolean isLoggable(Level level) {
        return level.intValue() >= Level.WARNING.intValue() && !name.endsWith(OF_REQUESTS);
    }

    public void log(Level level, String message) {
        Consumer<String> tell = operator;
        if (tell != null && isLoggable(level)) {
            tell.accept("OTLP: " + message);
        }
    }

    public void log(Level level, String message, Throwable thrown) {
        log(level, message + ": " + thrown);
    }

    public void log(Level level, String message, Object[] parameters) {
        log(level, MessageFormat.format(message, parameters));
    }

    public void warning(String message) {
        log(Level.WARNING, message);
    }

    public void info(String message) {
        log(Level.INFO, message);
    }

    public void fine(String message) {
        log(Level.FINE, message);
    }
}
