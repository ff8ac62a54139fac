package io.github.leasewarden.apps.harness;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code jcmd Thread.print} prints. */
final class ThreadDump {
    /** A stack frame of the agent's, which is not one of a test app's. */
    static final Pattern AGENT_FRAME =
            Pattern.compile("at (\\S+/)?(java\\.lang\\.Leasewarden|io\\.github\\.leasewarden\\.(?!apps\\.))");

    /** A Java thread's first line; the JVM's own threads have no number. */
    private static final Pattern HEADER = Pattern.compile("^\"(?<name>[^\"]*)\" #\\d+ (?<rest>.*)");

    /** Ours by name, or the JDK's that no test app starts itself. */
    private static final Pattern AGENT_THREAD = Pattern.compile("(leasewarden|JFR |HTTP-Dispatcher).*");

    private ThreadDump() {}

    /** The non-daemon threads that are the agent's, by their name or by what they were started to run. */
    static List<String> nonDaemonAgentThreads(String dump) {
        return nonDaemons(dump)
                .filter(thread -> AGENT_THREAD.matcher(name(thread)).matches() || startedByAgent(thread))
                .toList();
    }

    private static Stream<String> nonDaemons(String dump) {
        return Stream.of(dump.split("\\R\\R")).filter(thread -> {
            Matcher header = HEADER.matcher(thread.lines().findFirst().orElse(""));
            return header.matches() && !header.group("rest").matches(".*\\bdaemon\\b.*");
        });
    }

    /** An app's thread may be inside a hook; only at its very bottom are the frames of who started it. */
    private static boolean startedByAgent(String thread) {
        List<String> frames =
                thread.lines().filter(line -> line.startsWith("\tat ")).toList();
        return frames.stream()
                .skip(Math.max(0, frames.size() - 2))
                .anyMatch(frame -> AGENT_FRAME.matcher(frame).find());
    }

    private static String name(String thread) {
        Matcher header = HEADER.matcher(thread.lines().findFirst().orElse(""));
        return header.matches() ? header.group("name") : "";
    }
}
