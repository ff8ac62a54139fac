package io.github.leasewarden.fleet;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code java -jar leasewarden-fleet.jar COMMAND}. */
@Command(
        name = "java -jar leasewarden-fleet.jar",
        description = "Puts the leak reports of many JVMs into a graph in Neo4j, and asks it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = FleetCommands.Version.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:could not do its work; standard error says why",
            "2:done, but standard error names reports that were left out or look wrong"
        })
public final class FleetCommands implements Callable<Integer> {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int PARTLY = 2;

    private final Console console;

    private FleetCommands(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        System.exit(on(Console.ofSystem()).execute(args));
    }

    /** All commands, writing to this console. */
    static CommandLine on(Console console) {
        CommandLine commands = new CommandLine(new FleetCommands(console));
        commands.addSubcommand(new IngestCommand(console))
                .addSubcommand(new TopCommand(console))
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new FixedCommand(console))
                .addSubcommand(new TraceCommand(console))
                .addSubcommand(new PruneCommand(console))
                .addSubcommand(new SimulateCommand(console));
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
        return FAILED;
    }

    private static int misused(ParameterException error) {
        CommandLine command = error.getCommandLine();
        command.getErr().println(error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return FAILED;
    }

    private static int failed(CommandLine command, Exception error) throws Exception {
        if (error instanceof FleetFailed) {
            command.getErr().println(error.getMessage());
            return FAILED;
        }
        throw error;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = FleetCommands.class.getPackage().getImplementationVersion();
            return new String[] {"leasewarden-fleet " + (version == null ? "unknown" : version)};
        }
    }
}
