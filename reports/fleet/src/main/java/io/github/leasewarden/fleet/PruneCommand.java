package io.github.leasewarden.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prune}: what is old leaves the graph. */
@Command(
        name = "prune",
        description = "Removes reports older than a time and JVMs not seen since, with all that only they knew of."
                + " Reports as old as that are not brought in again.",
        mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GraphOptions options = new GraphOptions();

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "TIME",
            converter = Ages.class,
            description = "90m, 12h, 30d.")
    private Duration age = Duration.ZERO;

    PruneCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OffsetDateTime before = Instant.now().minus(age).atOffset(ZoneOffset.UTC);
        Map<String, @Nullable Object> parameters = Map.of("before", before);
        try (Graph graph = options.open()) {
            graph.prepare();
            // first of all: whoever brings in old reports meanwhile must not undo it
            graph.run(Cypher.read("prune-mark"), parameters);
            long reports = deleted(graph.run(Cypher.read("prune-reports"), parameters));
            long jvms = deleted(graph.run(Cypher.read("prune-jvms"), parameters));
            Cypher.statements("prune-orphans").forEach(statement -> graph.run(statement, parameters));
            console.out().println(reports + " reports and " + jvms + " JVMs last seen before " + before + " removed");
            return FleetCommands.OK;
        }
    }

    private static long deleted(Answer answer) {
        return answer.rows().get(0).get("deleted") instanceof Long
                ? (Long) answer.rows().get(0).get("deleted")
                : 0;
    }
}
