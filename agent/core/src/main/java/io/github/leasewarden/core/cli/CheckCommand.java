package io.github.leasewarden.core.cli;

import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.gate.Baseline;
import io.github.leasewarden.reports.gate.Finding;
import io.github.leasewarden.reports.gate.GateMarkdown;
import io.github.leasewarden.reports.gate.GateResult;
import io.github.leasewarden.reports.gate.GateText;
import io.github.leasewarden.reports.gate.Sarif;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the report as an exit status, for scripts and CI. */
@Command(
        name = "check",
        description =
                "Ends with 3 if the newest report says leak or a lease leaked, and no baseline knows of it; else with 0.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ReportDirectory directory = new ReportDirectory();

    @Mixin
    private SourceDirectories sources = new SourceDirectories();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Leaks in it are known and do not fail.")
    private @Nullable Path baseline;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    /** Named as they are typed. */
    enum Format {
        text,
        json,
        sarif,
        markdown
    }

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Baseline known = baseline == null ? Baseline.EMPTY : BaselineFile.read(baseline);
        LeakReport report = directory.readLatest();
        GateResult result = GateResult.of(report, known);
        console.out().print(written(result, report));
        console.out().flush();
        return result.fails() ? ExitStatus.LEAK : ExitStatus.OK;
    }

    private String written(GateResult result, LeakReport report) {
        switch (json ? Format.json : format) {
            case json:
                return ReportJson.writeRecord(
                                Outcome.of(result, report, directory.latest().toString()))
                        + System.lineSeparator();
            case sarif:
                return Sarif.of(result, sources.roots(), RunInfo.readVersion());
            case markdown:
                return GateMarkdown.of(result, sources.roots());
            default:
                return text(result, report);
        }
    }

    private String text(GateResult result, LeakReport report) {
        List<String> lines = new ArrayList<>(GateText.of(result));
        if (report.verdict().state() != VerdictState.LEAK) {
            lines.addAll(ReportText.suspects(report));
        }
        lines.addAll(ReportText.totals(report));
        lines.add("report: " + directory.latest());
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /**
     * The outcome for scripts.
     *
     * @param leak whether the exit status is 3
     * @param leakedLeases lost for ever, known or not
     */
    record Outcome(
            boolean leak,
            VerdictState verdict,
            String reason,
            long leakedLeases,
            List<Finding> newLeaks,
            List<Finding> knownLeaks,
            List<Baseline.Known> fixedLeaks,
            List<Baseline.Known> notRun,
            String report) {

        static Outcome of(GateResult result, LeakReport report, String file) {
            return new Outcome(
                    result.fails(),
                    result.verdict(),
                    result.reason(),
                    report.leases().stream().mapToLong(LeaseEntry::abandoned).sum(),
                    result.fresh(),
                    result.known(),
                    result.fixed(),
                    result.unseen(),
                    file);
        }
    }
}
