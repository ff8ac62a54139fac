package io.github.leasewarden.core.cli;

import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.reports.ReportJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}: which agent this jar is. */
@Command(name = "version", description = "Prints the agent's version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Runnable {
    private final Console console;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String version = RunInfo.readVersion();
        console.out()
                .println(json ? ReportJson.writeRecord(new Version("leasewarden", version)) : "leasewarden " + version);
    }

    record Version(String name, String version) {}
}
