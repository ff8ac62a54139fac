package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: the reports of a fleet that does not exist. */
@Command(
        name = "simulate",
        description = "Writes the reports of a fleet that does not exist, to learn what a graph of that size costs.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int FILES_IN_A_DIRECTORY = 1000;

    private final Console console;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new directory for the reports.")
    private Path out = Path.of("");

    @Option(
            names = "--jvms",
            defaultValue = "2000",
            description = "JVMs at the same time; ${DEFAULT-VALUE} unless given.")
    private int jvms = 2000;

    @Option(names = "--services", defaultValue = "50", description = "Services; ${DEFAULT-VALUE} unless given.")
    private int services = 50;

    @Option(names = "--versions", defaultValue = "30", description = "Versions of each; ${DEFAULT-VALUE} unless given.")
    private int versions = 30;

    @Option(names = "--sites", defaultValue = "20", description = "Sites of each; ${DEFAULT-VALUE} unless given.")
    private int sites = 20;

    @Option(
            names = "--leaks",
            defaultValue = "2",
            description = "Sites of a service that leak at once, on average; ${DEFAULT-VALUE} unless given.")
    private double leaks = 2;

    @Option(
            names = "--reports-per-jvm",
            defaultValue = "1",
            description = "Reports of each process; ${DEFAULT-VALUE} unless given.")
    private int reports = 1;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same fleet.")
    private long seed = 1;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Simulation.Shape shape = new Simulation.Shape(jvms, services, versions, sites, leaks, reports, seed);
        Simulation simulation = new Simulation(shape);
        long bytes = 0;
        try {
            Files.createDirectory(out);
            for (int process = 0; process < shape.processes(); process++) {
                Path directory = Files.createDirectories(
                        out.resolve(String.format(Locale.ROOT, "%05d", process / FILES_IN_A_DIRECTORY)));
                for (int number = 0; number < reports; number++) {
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
        long written = (long) shape.processes() * reports;
        console.out()
                .println(written + " reports of " + shape.processes() + " processes, " + bytes / written
                        + " bytes each");
        return FleetCommands.OK;
    }
}
