package io.github.leasewarden.fleet;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code new}: the sites that a version brought. */
@Command(
        name = "new",
        description =
                "Names the sites that leak since a version, where an earlier version was watched for long enough and did not.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Graph graph = graphOptions.open()) {
            Output.of(console, json).print(graph.read("new", queryOptions.parameters(Instant.now())));
            return FleetCommands.OK;
        }
    }
}
