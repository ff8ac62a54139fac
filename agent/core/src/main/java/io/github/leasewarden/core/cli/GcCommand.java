package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.Amount;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gc}: asks a running agent for a full collection. */
@Command(
        name = "gc",
        description = "Asks a running agent for a full collection; the application pauses for it.",
        mixinStandardHelpOptions = true)
final class GcCommand implements Runnable {
    private final Console console;

    @Mixin
    private AgentAddress address = new AgentAddress();

    @Option(names = "--json", description = "The agent's answer.")
    private boolean json;

    GcCommand(Console console) {
        this.console = console;
    }

    /** The answer of {@code POST /api/memory/gc}. */
    record Collection(boolean collected, long usedBeforeBytes, long usedAfterBytes, long freedBytes, double seconds) {}

    @Override
    public void run() {
        AgentApi api = address.api();
        String answer = api.post("/api/memory/gc", "{}");
        if (json) {
            console.out().println(answer.stripTrailing());
            return;
        }
        Collection done = api.as(Collection.class, answer);
        if (!done.collected()) {
            throw new CommandFailed("the JVM ignored it: it runs with -XX:+DisableExplicitGC");
        }
        console.out()
                .println("heap " + Amount.bytes(done.usedBeforeBytes()) + " -> " + Amount.bytes(done.usedAfterBytes())
                        + ", "
                        + Amount.bytes(done.freedBytes()) + " freed in "
                        + String.format(Locale.ROOT, "%.3f", done.seconds()) + " s");
    }
}
