package io.github.leasewarden.reports;

import io.github.leasewarden.reports.WriteResult.NotWritten;
import io.github.leasewarden.reports.WriteResult.Written;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The directory of reports: {@code leak-report-<utc>-<seq>.json}, and {@code latest.json}, a copy of the newest.
 *
 * <p>A reader finds whole files only, also after {@code kill -9}. The directory stays within its bounds, a disk that
 * runs full is left to the application, and no trouble with files ever reaches the caller as an exception. Several JVMs
 * may share a directory. All methods may be called by any thread; writes take turns.
 */
public final class ReportStore {
    /** More JVMs than this do not write into one directory within a second. */
    private static final int NAMES_TO_TRY = 1000;

    private final PrivateDirectory directory;
    private final Retention retention;
    private final Clock clock;
    private final OncePerReason warnings;
    private final FreeSpace space;
    private long sequence;

    /**
     * Looks after the directory if it exists, and creates it with the first report otherwise.
     *
     * @param dir where reports go
     * @param keep the most reports kept, at least 1; {@code latest.json} is not counted
     * @param maxBytes the most that all reports and {@code latest.json} may take together
     * @param clock for the time in file names
     * @param warn gets one sentence for each distinct trouble, and no more until a write succeeded again
     */
    public ReportStore(Path dir, int keep, long maxBytes, Clock clock, Consumer<String> warn) {
        this(new PrivateDirectory(dir), new Retention(keep, maxBytes), clock, warn, FreeSpace.REAL);
    }

    ReportStore(PrivateDirectory directory, Retention retention, Clock clock, Consumer<String> warn, FreeSpace space) {
        this.directory = directory;
        this.retention = retention;
        this.clock = clock;
        this.warnings = new OncePerReason(warn);
        this.space = space;
        directory.tidyUp(clock);
    }

    /** Writes the report and makes {@code latest.json} a copy of it. Never throws because of files. */
    public synchronized WriteResult write(LeakReport report) {
        // The JDK closes a file under an interrupted thread. A report at shutdown is the one that matters most.
        boolean interrupted = Thread.interrupted();
        try {
            WriteResult result = attempt(report);
            if (result instanceof NotWritten trouble) {
                warnings.warn(trouble.reason());
            } else {
                warnings.allIsWell();
            }
            return result;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The newest report on disk, also one of an earlier run; empty if there is none or it cannot be trusted or read. */
    public Optional<LeakReport> latest() {
        Path latest = directory.path().resolve(ReportNames.LATEST);
        if (directory.refusal().isPresent() || !Files.isRegularFile(latest, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReportJson.read(latest));
        } catch (ReportFormatException e) {
            warnings.warn(e.sentence());
        } catch (IOException | RuntimeException e) {
            warnings.warn(latest + " cannot be read: " + Reasons.of(e));
        }
        return Optional.empty();
    }

    private WriteResult attempt(LeakReport report) {
        Path dir = directory.path();
        try {
            Optional<String> refusal = directory.prepare();
            if (refusal.isPresent()) {
                return new NotWritten(refusal.get());
            }
            if (space.isShort(dir)) {
                return new NotWritten(dir + " is on a disk with less than 10 % free; reports stop until there is more");
            }
            LeftOvers.removeFrom(dir, clock);
            return store(report, dir);
        } catch (IOException | RuntimeException e) {
            // Runtime too: file systems throw half a dozen unchecked kinds, from security to "unsupported".
            return new NotWritten(dir + " cannot take a report: " + Reasons.of(e));
        }
    }

    private WriteResult store(LeakReport report, Path dir) throws IOException {
        try (TempFile written = TempFile.write(dir.resolve(ReportNames.temp()), out -> ReportJson.write(report, out))) {
            if (!retention.fits(written.size())) {
                return new NotWritten("a report and its copy latest.json are larger than report.max-bytes ("
                        + retention.maxBytes() + ") together");
            }
            retention.makeRoom(dir, written.size());
            Path file = publish(written, dir);
            try (TempFile copy = TempFile.write(dir.resolve(ReportNames.temp()), out -> Files.copy(file, out))) {
                copy.publishOver(dir.resolve(ReportNames.LATEST));
            }
            forceNames(dir);
            return new Written(file);
        }
    }

    private Path publish(TempFile written, Path dir) throws IOException {
        for (int i = 0; i < NAMES_TO_TRY; i++) {
            Path name = dir.resolve(ReportNames.report(clock.instant(), ++sequence));
            if (written.publishNew(name)) {
                return name;
            }
        }
        throw new IOException("all names of this second are taken");
    }

    /** After a power cut the new names should be there, not only the bytes. Not all systems can; none needs it to. */
    private static void forceNames(Path dir) {
        try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | RuntimeException bestEffort) {
            return;
        }
    }
}
