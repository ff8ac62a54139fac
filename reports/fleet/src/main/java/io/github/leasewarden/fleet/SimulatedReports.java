package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The reports of a simulated fleet as files. */
final class SimulatedReports {
    private static final int PROCESSES_IN_A_DIRECTORY = 1000;

    private SimulatedReports() {}

    /**
     * Writes all of them.
     *
     * @param out a directory that is not there yet
     * @return the bytes written
     */
    static long write(Simulation simulation, Path out) {
        long bytes = 0;
        try {
            Files.createDirectory(out);
            for (int process = 0; process < simulation.shape().processes(); process++) {
                Path directory = Files.createDirectories(
                        out.resolve(String.format(Locale.ROOT, "%05d", process / PROCESSES_IN_A_DIRECTORY)));
                for (int number = 0; number < simulation.shape().reports(); number++) {
                    Path file = directory.resolve(
                            String.format(Locale.ROOT, "leak-report-%07d-%04d.json", process, number));
                    try (OutputStream stream = Files.newOutputStream(file)) {
                        ReportJson.write(simulation.report(process, number), stream);
                    }
                    bytes += Files.size(file);
                }
            }
        } catch (IOException e) {
            throw new FleetFailed("--out " + Trouble.of(e), e);
        }
        return bytes;
    }
}
