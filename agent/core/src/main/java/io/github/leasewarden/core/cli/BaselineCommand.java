package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.gate.Baseline;
import io.github.leasewarden.reports.gate.GateResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baseline}: what leaks today is known from now on. */
@Command(
        name = "baseline",
        description =
                "Writes the leaks of the newest report to a file for check --baseline. What the file knew and this run did not"
                        + " touch stays; what was fixed goes.",
        mixinStandardHelpOptions = true)
final class BaselineCommand implements Runnable {
    private final Console console;

    @Mixin
    private ReportDirectory directory = new ReportDirectory();

    @Option(names = "--file", paramLabel = "FILE", description = "Where to write it (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("leasewarden-baseline.json");

    BaselineCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Baseline before = Files.exists(file) ? BaselineFile.read(file) : Baseline.EMPTY;
        Baseline after = GateResult.of(directory.readLatest(), before).toBaseline();
        try {
            Files.writeString(file, after.json());
        } catch (IOException e) {
            throw new CommandFailed(ExitStatus.BASELINE, "cannot write the baseline " + file + ": " + e, e);
        }
        int known = after.known().size();
        console.out().println(file + " knows " + known + (known == 1 ? " leak" : " leaks"));
    }
}
