package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportFiles;
import io.github.leasewarden.reports.ReportFormatException;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The directory an agent writes its reports to; {@code latest.json} in it is always the newest. */
final class ReportDirectory {
    @Option(names = "--dir", paramLabel = "DIR", description = "The agent's report.dir (default: ${DEFAULT-VALUE}).")
    private Path dir = Path.of("leasewarden-reports");

    Path dir() {
        return dir;
    }

    Path latest() {
        return dir.resolve("latest.json");
    }

    /** @throws CommandFailed if there is no report that this version can read */
    LeakReport readLatest() {
        try {
            return ReportJson.read(latest());
        } catch (NoSuchFileException e) {
            throw new CommandFailed(
                    ExitStatus.NO_REPORT,
                    "no report in " + dir + ": " + e.getMessage() + " does not exist; did the application run with"
                            + " -javaagent:leasewarden-agent.jar and this report.dir?",
                    e);
        } catch (ReportFormatException e) {
            throw new CommandFailed(
                    e.isOfOtherVersion() ? ExitStatus.OTHER_VERSION : ExitStatus.UNUSABLE,
                    "no usable report in " + dir + ": " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new CommandFailed("no usable report in " + dir + ": " + Trouble.of(e), e);
        }
    }

    /**
     * All reports in the directory, the newest among them.
     *
     * @param unreadable told why one of them is left out
     */
    List<LeakReport> readEarlier(Consumer<String> unreadable) {
        List<LeakReport> reports = new ArrayList<>();
        try {
            for (Path file : ReportFiles.oldestFirst(dir)) {
                try {
                    reports.add(ReportJson.read(file));
                } catch (IOException e) {
                    unreadable.accept(Trouble.of(e));
                }
            }
        } catch (IOException e) {
            unreadable.accept(Trouble.of(e));
        }
        return reports;
    }
}
