package io.github.leasewarden.fleet;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code top}: the sites that leak, those in most JVMs first. */
@Command(
        name = "top",
        description = "Names the sites that leak, those in most JVMs first.",
        mixinStandardHelpOptions = true)
final class TopCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    TopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Graph graph = graphOptions.open()) {
            Output.of(console, json).print(graph.read("top", queryOptions.parameters(Instant.now())));
            return FleetCommands.OK;
        }
    }
}
