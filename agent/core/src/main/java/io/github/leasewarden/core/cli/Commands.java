package io.github.leasewarden.core.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code java -jar leasewarden-agent.jar COMMAND}: looks at what an agent wrote or serves, in a JVM of its own. Every command ends with 0,
 * with {@value ExitStatus#LEAK} when it looked for a leak and found one, or with another status of {@link ExitStatus} when it could not do its
 * work.
 */
@Command(
        name = "java -jar leasewarden-agent.jar",
        description = "Looks at what a Leasewarden agent wrote or serves.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = AgentVersion.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, and no leak was looked for and found",
            "1:could not do its work; standard error says why",
            "3:check found a leak",
            "4:there is no report: most likely the application ran without the agent",
            "5:the report is of another version of Leasewarden",
            "6:the baseline is missing or cannot be read or written"
        })
public final class Commands implements Callable<Integer> {
    private final Console console;

    private Commands(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        Console console = new Console(new PrintWriter(System.out, true), new PrintWriter(System.err, true));
        System.exit(on(console).execute(args));
    }

    /** All commands, writing to this console. */
    static CommandLine on(Console console) {
        CommandLine commands = new CommandLine(new Commands(console));
        commands.addSubcommand(new ReportCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new BaselineCommand(console))
                .addSubcommand(new MonitorCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new GcCommand(console))
                .addSubcommand(new SnapshotCommand(console))
                .addSubcommand(new VersionCommand(console));
        return commands.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((error, args) -> misused(error))
                .setExecutionExceptionHandler((error, command, parsed) -> failed(command, error));
    }

    /** Without a command there is nothing to do, which is no success. */
    @Override
    public Integer call() {
        on(console).usage(console.err());
        return ExitStatus.UNUSABLE;
    }

    private static int misused(ParameterException error) {
        CommandLine command = error.getCommandLine();
        command.getErr().println(error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.UNUSABLE;
    }

    private static int failed(CommandLine command, Exception error) throws Exception {
        if (error instanceof CommandFailed) {
            command.getErr().println(error.getMessage());
            return ((CommandFailed) error).status();
        }
        throw error;
    }
}
