package io.github.leasewarden.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: what comes from the agents of a fleet that does not exist. */
@Command(
        name = "simulate",
        description = {
            "Writes the reports of a fleet that does not exist, to learn what a graph of that size costs,",
            "or sends them with metrics to an OpenTelemetry collector, as each agent would, or both."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--out", paramLabel = "DIR", description = "A new directory for the reports.")
    private @Nullable Path out;

    @Option(
            names = "--otlp",
            paramLabel = "URL",
            description = "A collector, for example http://localhost:4318. It stands for OTEL_EXPORTER_OTLP_ENDPOINT;"
                    + " all other OTEL_EXPORTER_OTLP_... settings count too.")
    private @Nullable String otlp;

    @Option(
            names = "--patience",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "How long to go on trying when the collector takes nothing; ${DEFAULT-VALUE} unless given.")
    private long patienceSeconds = 30;

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
    public Integer call() throws InterruptedException {
        if (out == null && otlp == null) {
            throw new FleetFailed("simulate needs --out DIR, --otlp URL, or both");
        }
        Simulation simulation =
                new Simulation(new Simulation.Shape(jvms, services, versions, sites, leaks, reports, seed));
        SimulatedTraffic traffic = otlp == null ? null : traffic(simulation, otlp);
        if (out != null) {
            write(simulation, out);
        }
        return traffic == null ? FleetCommands.OK : send(simulation.shape(), traffic);
    }

    private void write(Simulation simulation, Path directory) {
        long bytes = SimulatedReports.write(simulation, directory);
        long written = simulation.shape().allReports();
        console.out()
                .println(written + " reports of " + simulation.shape().processes() + " processes, " + bytes / written
                        + " bytes each");
    }

    private SimulatedTraffic traffic(Simulation simulation, String url) {
        return new SimulatedTraffic(
                simulation,
                url,
                Duration.ofSeconds(patienceSeconds),
                line -> console.err().println(Console.plain(line)));
    }

    private int send(Simulation.Shape shape, SimulatedTraffic traffic) throws InterruptedException {
        long start = System.nanoTime();
        SimulatedTraffic.Result sent = traffic.send();
        double seconds = (System.nanoTime() - start) / 1e9;
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%d pages of metrics and %d reports of %d processes arrived: %d requests, %d of them failed,"
                                + " %d bytes in %.1f s, %.0f arrived a second",
                        sent.pages(),
                        sent.reports(),
                        shape.processes(),
                        sent.requests(),
                        sent.failed(),
                        sent.bytes(),
                        seconds,
                        (sent.pages() + sent.reports()) / Math.max(1e-3, seconds)));
        long lostPages = shape.processes() - sent.pages();
        long lostReports = shape.allReports() - sent.reports();
        if (lostPages + lostReports == 0) {
            return FleetCommands.OK;
        }
        console.err()
                .println(lostPages + " pages of metrics and " + lostReports + " reports did not arrive"
                        + (sent.gaveUp() ? ": nothing was taken for " + patienceSeconds + " s" : ""));
        return sent.gaveUp() ? FleetCommands.FAILED : FleetCommands.PARTLY;
    }
}
