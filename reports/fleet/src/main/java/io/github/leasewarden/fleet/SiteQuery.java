package io.github.leasewarden.fleet;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that names sites: what {@code top}, {@code new} and {@code fixed} have in common, which is all but their question. */
abstract class SiteQuery implements Callable<Integer> {
    private final Console console;
    private final String question;

    @Mixin
    private GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    /** @param question name of the Cypher file that asks it */
    SiteQuery(Console console, String question) {
        this.console = console;
        this.question = question;
    }

    @Override
    public final Integer call() {
        try (Graph graph = graphOptions.open()) {
            Output.of(console, json).print(graph.read(question, queryOptions.parameters(Instant.now())));
            return FleetCommands.OK;
        }
    }
}
