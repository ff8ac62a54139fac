package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report in a file. */
record ReportFile(Path file) implements ReportSource {
    private static final int DEEPEST = 16;

    /**
     * The reports in a directory and those below it, oldest first in each; {@code latest.json} is not among them, for it is a copy of one.
     *
     * @throws FleetFailed if there is no such directory, or no report in it
     */
    static List<ReportSource> under(Path directory) {
        List<ReportSource> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
            files.filter(file -> String.valueOf(file.getFileName()).matches("leak-report-.*\\.json"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .forEach(file -> found.add(new ReportFile(file)));
        } catch (IOException e) {
            throw new FleetFailed("--reports " + Trouble.of(e), e);
        } catch (UncheckedIOException e) {
            throw new FleetFailed("--reports " + directory + ": " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new FleetFailed(
                    "--reports " + directory + " holds no leak-report-*.json: did the services run with the agent,"
                            + " and is it their report.dir?");
        }
        return found;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public byte[] read() throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException("has " + Files.size(file) + " bytes, no leak report is as long as that");
        }
        return Files.readAllBytes(file);
    }
}
