package io.github.leasewarden.fleet;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fixed}: the sites that a version mended. */
@Command(
        name = "fixed",
        description =
                "Names the sites that a later version mended: it was watched for as long as the leak takes to show, and did not.",
        mixinStandardHelpOptions = true)
final class FixedCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    FixedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Graph graph = graphOptions.open()) {
            Output.of(console, json).print(graph.read("fixed", queryOptions.parameters(Instant.now())));
            return FleetCommands.OK;
        }
    }
}
