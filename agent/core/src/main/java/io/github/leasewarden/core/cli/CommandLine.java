package io.github.leasewarden.core.cli;

import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code java -jar leasewarden-agent.jar report|check|version}: reads what an agent wrote, in a JVM of its own. */
public final class CommandLine {
    /** No leak. */
    static final int OK = 0;
    /** The command could not do its work. */
    static final int UNUSABLE = 1;
    /** The last verdict is a leak, or a lease leaked. */
    static final int LEAK = 3;

    private static final String USAGE = "usage: java -jar leasewarden-agent.jar report|check|version [--dir DIR]";

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(System.out, System.err).run(List.of(args)));
    }

    int run(List<String> args) {
        String command = args.isEmpty() ? "" : args.get(0);
        if (command.equals("version")) {
            out.println("leasewarden " + RunInfo.readVersion());
            return OK;
        }
        if (!command.equals("report") && !command.equals("check")) {
            (command.equals("--help") ? out : err).println(USAGE);
            return command.equals("--help") ? OK : UNUSABLE;
        }
        String dir = "leasewarden-reports";
        for (int i = 1; i < args.size(); i++) {
            if (args.get(i).equals("--dir") && i + 1 < args.size()) {
                dir = args.get(++i);
            } else {
                err.println("unknown argument " + args.get(i) + "\n" + USAGE);
                return UNUSABLE;
            }
        }
        try {
            Path file = Path.of(dir).resolve("latest.json");
            LeakReport report = ReportJson.read(file);
            tell(report, file);
            return command.equals("check") && leaks(report) ? LEAK : OK;
        } catch (NoSuchFileException e) {
            err.println("no report in " + dir + ": " + e.getMessage() + " does not exist");
            return UNUSABLE;
        } catch (IOException | InvalidPathException e) {
            err.println("no usable report in " + dir + ": " + e.getMessage());
            return UNUSABLE;
        }
    }

    /** A leak is a leak although the agent released it. */
    private static boolean leaks(LeakReport report) {
        return report.verdict().state() == VerdictState.LEAK
                || report.leases().stream().anyMatch(lease -> lease.abandoned() > 0);
    }

    private void tell(LeakReport report, Path file) {
        out.println("verdict: " + report.verdict().state().label() + ". "
                + report.verdict().reason());
        for (SuspectEntry suspect : report.suspects()) {
            String where = suspect.frames().isEmpty()
                    ? suspect.className()
                    : suspect.frames().get(0);
            out.println(suspect.rank() + ". " + suspect.type().label()
                    + (suspect.kind() == null ? "" : " " + suspect.kind()) + (where == null ? "" : ": " + where));
            suspect.evidence().forEach(sentence -> out.println("     " + sentence));
        }
        long expired = report.leases().stream()
                .map(LeaseEntry::expired)
                .flatMap(causes -> causes.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        out.println("leases released by the agent: " + expired + "; used after that: "
                + report.falsePositives().size());
        report.pools()
                .forEach(pool -> pool.clamped()
                        .forEach((setting, clamp) ->
                                out.println("clamped " + setting + ": " + clamp.from() + " -> " + clamp.to())));
        out.println("report: " + file);
    }
}
