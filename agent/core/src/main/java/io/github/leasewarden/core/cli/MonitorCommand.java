package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.LeakReport;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code monitor}: looks again and again, at a running agent if it can be reached and otherwise at the newest report. A terminal shows a
 * screen; anything else gets one plain line a look.
 */
@Command(
        name = "monitor",
        description =
                "Shows verdict, heap after GC, open leases, pools and the last releases, refreshed until interrupted.",
        mixinStandardHelpOptions = true)
final class MonitorCommand implements Runnable {
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
    private static final int NARROWEST = 40;

    private final Console console;

    @Mixin
    private AgentAddress address = new AgentAddress();

    @Option(names = "--once", description = "One look, as plain lines.")
    private boolean once;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description = "Seconds between two looks (default: ${DEFAULT-VALUE}).")
    private int seconds = 2;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the screen (default: $$COLUMNS or 120).")
    private int width = columns(System.getenv("COLUMNS"));

    MonitorCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (seconds < 1 || width < NARROWEST) {
            throw new CommandFailed("--interval is at least 1 second, --width at least " + NARROWEST);
        }
        boolean blocks = Charset.defaultCharset().newEncoder().canEncode('▁');
        MonitorView view = new MonitorView(width, blocks, ZoneId.systemDefault());
        if (once) {
            console.print(view.screen(look()));
            return;
        }
        boolean terminal = Ansi.AUTO.enabled();
        while (true) {
            LeakReport report = look();
            if (terminal) {
                screen(view.screen(report), report);
            } else {
                console.out().println(view.line(report));
            }
            if (!waited(Duration.ofSeconds(seconds))) {
                return;
            }
        }
    }

    private LeakReport look() {
        AgentApi api = address.apiOrNull();
        return api == null ? address.directory().readLatest() : api.report();
    }

    private void screen(List<String> lines, LeakReport report) {
        String colour = switch (report.verdict().state()) {
            case LEAK -> "31;1";
            case GROWING -> "33;1";
            case STEADY -> "32;1";
            case NOT_ENOUGH_DATA -> "1";
        };
        StringBuilder screen = new StringBuilder(HOME_AND_CLEAR);
        for (String line : lines) {
            boolean verdict = line.startsWith("verdict ");
            screen.append(verdict ? "\u001b[" + colour + "m" + line + "\u001b[0m" : line)
                    .append('\n');
        }
        console.out().print(screen.append("\nCtrl-C ends\n"));
        console.out().flush();
    }

    private static boolean waited(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int columns(@Nullable String given) {
        return given != null && given.matches("\\d{2,4}") ? Integer.parseInt(given) : 120;
    }
}
