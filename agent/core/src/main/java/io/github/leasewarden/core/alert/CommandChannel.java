package io.github.leasewarden.core.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program with the alert on its standard input and in its environment. No shell: what an alert says is never part of a command
 * line. Its output goes nowhere, and at the deadline it is killed with its children.
 */
final class CommandChannel implements AlertChannel {
    private final List<String> command;

    /** @param command program and arguments, separated by spaces */
    CommandChannel(String command) {
        this.command = List.of(command.trim().split("\\s+"));
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public void send(AlertMessage message, Duration deadline) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // a JVM among the children would attach this agent once more
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        environment.put("LEASEWARDEN_ALERT_LEVEL", message.level());
        environment.put("LEASEWARDEN_ALERT_SOURCE", message.alert().source().label());
        Process process = builder.start();
        try {
            feed(process, message.json());
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end within " + deadline.toSeconds() + " s and was killed");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with status " + process.exitValue());
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A pipe takes a message without a reader: see {@link AlertMessage#json}. */
    private static void feed(Process process, byte[] json) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(json);
        } catch (IOException notReading) {
            return; // its exit status says whether that was wrong
        }
    }
}
