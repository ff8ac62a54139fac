package io.github.leasewarden.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest}: reports into the graph. */
@Command(
        name = "ingest",
        description = {
            "Brings reports into the graph. The same report twice changes nothing, and their order does not matter.",
            "A report that cannot be used is named on standard error and left out; the others are brought in."
        },
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions options = new GraphOptions();

    @ArgGroup(multiplicity = "1")
    private Sources sources = new Sources();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token of the agents' HTTP API, for --urls.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--batch",
            defaultValue = "500",
            paramLabel = "COUNT",
            description = "Reports in one transaction; ${DEFAULT-VALUE} unless given.")
    private int batch = 500;

    IngestCommand(Console console) {
        this.console = console;
    }

    private static final class Sources {
        @Option(
                names = "--reports",
                arity = "1..*",
                paramLabel = "DIR",
                description = "Directories with leak-report-*.json in them or below them; or single files.")
        private List<Path> reports = List.of();

        @Option(
                names = "--urls",
                paramLabel = "FILE",
                description = "A file with the address of one agent's HTTP API on each line: http://host:port.")
        private @Nullable Path urls;
    }

    @Override
    public Integer call() {
        if (batch < 1) {
            throw new FleetFailed("--batch is " + batch + "; it must be at least 1");
        }
        List<ReportSource> found = find();
        try (Graph graph = options.open()) {
            Ingest ingest = new Ingest(
                    graph,
                    batch,
                    Clock.systemUTC(),
                    sentence -> console.err().println(Console.plain(sentence)),
                    new Progress(console, System::nanoTime));
            Ingest.Result result = ingest.run(found);
            console.out()
                    .println(result.ingested() + " reports brought in"
                            + also(result.known(), "were in the graph already")
                            + also(result.pruned(), "are older than what was pruned")
                            + also(result.leftOut(), "left out"));
            return result.leftOut() + result.namesakes() == 0 ? FleetCommands.OK : FleetCommands.PARTLY;
        }
    }

    private List<ReportSource> find() {
        Path urls = sources.urls;
        if (urls != null) {
            return AgentUrl.listedIn(
                    urls, tokenFile == null ? null : GraphOptions.firstLine(tokenFile, "--token-file"));
        }
        List<ReportSource> found = new ArrayList<>();
        for (Path path : sources.reports) {
            if (Files.isRegularFile(path)) {
                found.add(new ReportFile(path));
            } else {
                found.addAll(ReportFile.under(path));
            }
        }
        return found;
    }

    private static String also(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }
}
