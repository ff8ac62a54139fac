package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.Amount;
import io.github.leasewarden.reports.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code snapshot}: has a running agent count its classes or dump its heap. */
@Command(
        name = "snapshot",
        description =
                "Has a running agent count the objects of each class, or dump its heap; the application pauses for it.",
        mixinStandardHelpOptions = true)
final class SnapshotCommand implements Runnable {
    private final Console console;

    @Mixin
    private AgentAddress address = new AgentAddress();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Type type = Type.histogram;

    @Option(names = "--json", description = "The agent's answer.")
    private boolean json;

    /** Named as they are typed. */
    enum Type {
        histogram,
        heap
    }

    SnapshotCommand(Console console) {
        this.console = console;
    }

    record Ask(String type) {}

    record ClassCount(String className, long instances, long bytes) {}

    /** The answer of {@code POST /api/memory/snapshot}; a histogram has the counts, a heap dump the file. */
    record Taken(
            String id,
            @Nullable Long pauseMillis,
            @Nullable Long instances,
            @Nullable Long bytes,
            @Nullable List<ClassCount> top,
            @Nullable String file,
            @Nullable Long fileBytes) {}

    @Override
    public void run() {
        AgentApi api = address.api();
        String ask = new String(Json.compact(new Ask(type.name())), StandardCharsets.UTF_8);
        String answer = api.post("/api/memory/snapshot", ask);
        if (json) {
            console.out().println(answer.stripTrailing());
        } else {
            console.print(words(api.as(Taken.class, answer)));
        }
    }

    private static List<String> words(Taken taken) {
        List<String> lines = new ArrayList<>();
        if (taken.file() != null) {
            lines.add("snapshot " + taken.id() + ": " + Amount.bytes(taken.fileBytes()) + " in " + taken.file()
                    + " of the report directory");
            return lines;
        }
        lines.add("snapshot " + taken.id() + ": " + taken.instances() + " objects, " + Amount.bytes(taken.bytes())
                + ", paused " + taken.pauseMillis() + " ms");
        List<ClassCount> top = taken.top() == null ? List.of() : taken.top();
        top.forEach(count -> lines.add(
                String.format("%12d %10s  %s", count.instances(), Amount.bytes(count.bytes()), count.className())));
        return lines;
    }
}
