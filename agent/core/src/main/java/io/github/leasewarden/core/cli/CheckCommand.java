package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.VerdictState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the report as an exit status, for scripts and CI. */
@Command(
        name = "check",
        description = "Ends with 3 if the newest report says leak or a lease leaked, else with 0.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ReportDirectory directory = new ReportDirectory();

    @Option(names = "--json", description = "The outcome as JSON.")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LeakReport report = directory.readLatest();
        Outcome outcome = Outcome.of(report, directory.latest().toString());
        if (json) {
            console.out().println(ReportJson.writeRecord(outcome));
        } else {
            ReportText.of(report).forEach(console.out()::println);
            console.out().println("report: " + directory.latest());
        }
        return outcome.leak() ? ExitStatus.LEAK : ExitStatus.OK;
    }

    /** A leak is a leak although the agent released it. */
    record Outcome(boolean leak, VerdictState verdict, String reason, long leakedLeases, String report) {
        static Outcome of(LeakReport report, String file) {
            VerdictState state = report.verdict().state();
            long leaked =
                    report.leases().stream().mapToLong(LeaseEntry::abandoned).sum();
            boolean leak = state == VerdictState.LEAK || leaked > 0;
            return new Outcome(leak, state, report.verdict().reason(), leaked, file);
        }
    }
}
