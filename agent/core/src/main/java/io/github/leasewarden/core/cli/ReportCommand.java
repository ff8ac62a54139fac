package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: the newest report, for people. */
@Command(name = "report", description = "Tells the newest leak report in words.", mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {
    private final Console console;

    @Mixin
    private ReportDirectory directory = new ReportDirectory();

    @Option(names = "--json", description = "The report itself, as docs/report-format.md describes it.")
    private boolean json;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LeakReport report = directory.readLatest();
        if (json) {
            console.out().println(ReportJson.write(report));
            return;
        }
        ReportText.of(report).forEach(console.out()::println);
        console.out().println("report: " + directory.latest());
    }
}
