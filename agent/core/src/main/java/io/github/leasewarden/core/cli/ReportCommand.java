package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import io.github.leasewarden.reports.page.Page;
import io.github.leasewarden.reports.page.ReportHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a page with its data inside, to look at in a browser, to mail or to keep.")
    private @Nullable Path html;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LeakReport report = directory.readLatest();
        Path page = html;
        if (page != null) {
            write(page, report);
            console.out().println("page: " + page);
            return;
        }
        if (json) {
            console.out().println(ReportJson.write(report));
            return;
        }
        console.print(ReportText.of(report));
        console.out().println("report: " + directory.latest());
    }

    private void write(Path file, LeakReport report) {
        List<LeakReport> earlier =
                directory.readEarlier(reason -> console.err().println("left out of the page: " + reason));
        Page page = Page.withData(report, ReportHistory.of(report, earlier));
        try {
            Files.write(file, page.html().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailed("cannot write " + file + ": " + Trouble.of(e), e);
        }
    }
}
