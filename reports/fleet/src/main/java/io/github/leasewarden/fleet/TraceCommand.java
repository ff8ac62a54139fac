package io.github.leasewarden.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace}: everything about one site. */
@Command(
        name = "trace",
        description = "Tells of one site in which versions of which services it leaks, what the agents released there,"
                + " and which services share its frames.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
    private static final List<String> PARTS = List.of("stack", "evidence", "versions", "expiries", "frames");

    private final Console console;

    @Mixin
    private GraphOptions options = new GraphOptions();

    @Parameters(paramLabel = "FINGERPRINT", description = "The site's fingerprint, as top gives it.")
    private String fingerprint = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, @Nullable Object> parameters = Map.of("fingerprint", fingerprint);
        try (Graph graph = options.open()) {
            Answer site = graph.read("trace-site", parameters);
            if (site.rows().isEmpty()) {
                throw new FleetFailed("fleet " + graph.fleet() + " has no site " + fingerprint);
            }
            Map<String, Answer> answers = new LinkedHashMap<>();
            answers.put("site", site);
            for (String part : PARTS) {
                answers.put(part, graph.read("trace-" + part, parameters));
            }
            Output.of(console, json).print(answers);
            return FleetCommands.OK;
        }
    }
}
