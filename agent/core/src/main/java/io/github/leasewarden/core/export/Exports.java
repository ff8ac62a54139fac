package io.github.leasewarden.core.export;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.export.Exporter;
import io.github.leasewarden.reports.LeakReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exporter, if there is one. Until {@link #open} it does nothing. Thread-safe. */
public final class Exports {
    private static final int PATIENCE_SECONDS = 2;

    private volatile @Nullable Exporter exporter;

    /**
     * Loads the exporter and starts it.
     *
     * @throws IllegalArgumentException with a sentence, if jar or settings are of no use; then everything stays as it was
     */
    public void open(Path jar, ExportSource source) {
        Exporter loaded = ExporterJar.load(jar, source.version());
        try {
            loaded.start(source);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalArgumentException(jar + " cannot be used in this JVM: " + e, e);
        }
        exporter = loaded;
    }

    public void report(LeakReport report) {
        Exporter current = exporter;
        if (current != null) {
            current.report(report);
        }
    }

    /** One entry a signal; empty without an exporter. */
    public List<ExportCount> counts() {
        Exporter current = exporter;
        return current == null ? List.of() : current.counts();
    }

    /** At the exit of the JVM: sends what waits, for {@value #PATIENCE_SECONDS} seconds at most. */
    public void close() {
        Exporter current = exporter;
        if (current != null) {
            current.close(Duration.ofSeconds(PATIENCE_SECONDS));
        }
    }
}
