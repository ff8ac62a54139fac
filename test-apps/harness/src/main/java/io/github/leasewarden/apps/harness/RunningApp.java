package io.github.leasewarden.apps.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A forked app, for tests that look at it while it runs. Close it, or wait for its end. */
public final class RunningApp implements AutoCloseable {
    /** When the threads are looked at: an app has started by then, and most tests run longer. */
    private static final Duration DUMP_AFTER = Duration.ofSeconds(3);

    private final String name;
    private final boolean withAgent;
    private final Jdk jdk;
    private final Duration deadline;
    private final Path directory;
    private final Process process;
    private final long start = System.nanoTime();

    RunningApp(String name, boolean withAgent, Jdk jdk, Duration deadline, Path directory, Process process) {
        this.name = name;
        this.withAgent = withAgent;
        this.jdk = jdk;
        this.deadline = deadline;
        this.directory = directory;
        this.process = process;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path reportDir() {
        return directory.resolve("reports");
    }

    /** Gives the app a line on its standard input. */
    public void type(String line) {
        try {
            Writer stdin = process.outputWriter(StandardCharsets.UTF_8);
            stdin.write(line + "\n");
            stdin.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agent's reports so far, oldest first. */
    public List<JsonNode> reports() {
        return Files.isDirectory(reportDir()) ? AppRun.reportsIn(reportDir()) : List.of();
    }

    /** Standard output so far. */
    public String stdout() {
        return Workspace.read(directory.resolve("stdout"));
    }

    /** Standard error so far. */
    public String stderr() {
        return Workspace.read(directory.resolve("stderr"));
    }

    /** What {@code jcmd Thread.print} says of the app; empty if it has ended meanwhile. */
    public String threadDump() {
        return jcmd("Thread.print", directory.resolve("threads"));
    }

    /** What {@code jcmd GC.class_histogram} says of the app, after a full collection; empty if it has ended meanwhile. */
    public String classHistogram() {
        return jcmd("GC.class_histogram", directory.resolve("histogram"));
    }

    private String jcmd(String command, Path answer) {
        try {
            Process jcmd = new ProcessBuilder(jdk.tool("jcmd").toString(), String.valueOf(pid()), command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            if (!jcmd.waitFor(30, TimeUnit.SECONDS)) {
                jcmd.destroyForcibly().waitFor();
            }
            return jcmd.exitValue() == 0 ? Files.readString(answer) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Asks the app to end ({@code SIGTERM}), as an orchestrator does. */
    public RunningApp terminate() {
        process.destroy();
        return this;
    }

    /** Waits for the end; kills the app at the deadline. */
    public AppRun await() {
        try {
            String threads = ended(DUMP_AFTER) ? "" : threadDump();
            boolean timedOut = !ended(deadline);
            if (timedOut) {
                threads = threadDump();
                process.destroyForcibly().waitFor();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new AppRun(
                    name, withAgent, process.exitValue(), timedOut, took, stdout(), stderr(), threads, reportDir());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Kills the app if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean ended(Duration afterStart) throws InterruptedException {
        long nanosLeft = afterStart.toNanos() - (System.nanoTime() - start);
        return process.waitFor(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
    }

    private IllegalStateException interrupted(InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while " + name + " ran", e);
    }
}
