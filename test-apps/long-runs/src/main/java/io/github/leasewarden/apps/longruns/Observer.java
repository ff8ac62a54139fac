package io.github.leasewarden.apps.longruns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes snapshots of a process with what the JDK and Linux offer to anybody: {@code jcmd} and {@code /proc}. */
final class Observer {
    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
    private static final Pattern GENERATED =
            Pattern.compile("(\\$\\$Lambda|LambdaForm\\$|\\$Proxy|/0x|GeneratedMethodAccessor).*");

    private final long pid;
    private final Path reports;
    private final long start = System.nanoTime();

    Observer(long pid, Path reports) {
        this.pid = pid;
        this.reports = reports;
    }

    /** A full collection, and what is left after it. */
    Snapshot look() throws IOException, InterruptedException {
        Map<String, Long> classes = new TreeMap<>();
        long heap = 0;
        long ours = 0;
        long recorder = 0;
        for (String line : histogram()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            // names of generated classes differ from run to run and have no meaning
            String name = GENERATED.matcher(row.group(3)).replaceFirst(" (generated)");
            classes.merge(name, Long.parseLong(row.group(1)), Long::sum);
            heap += Long.parseLong(row.group(2));
            ours += name.contains("io.github.leasewarden.core") ? Long.parseLong(row.group(2)) : 0;
            recorder += name.contains("jdk.jfr.") ? Long.parseLong(row.group(2)) : 0;
        }
        Map<String, Long> gauges = new LinkedHashMap<>();
        gauges.put("heap after GC (KiB)", heap >> 10);
        gauges.put("the agent's own objects (KiB)", ours >> 10);
        gauges.put("Flight Recorder's objects (KiB)", recorder >> 10);
        gauges.put("resident memory (KiB)", status("VmRSS"));
        gauges.put("threads", status("Threads"));
        gauges.put("open files", count(Path.of("/proc/" + pid + "/fd")));
        gauges.put("files in the report directory", count(reports));
        return new Snapshot((System.nanoTime() - start) / 1e9, classes, gauges);
    }

    private Iterable<String> histogram() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("no class histogram of " + pid + ": " + output);
        }
        return output.lines().toList();
    }

    private long status(String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no " + field + " of " + pid);
    }

    private static long count(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
