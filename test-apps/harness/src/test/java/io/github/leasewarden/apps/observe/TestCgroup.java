package io.github.leasewarden.apps.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A control group of the real kernel with a memory limit, below the one the tests run in. Root may make one; elsewhere the test is skipped. */
final class TestCgroup implements AutoCloseable {
    private final Path directory;

    private TestCgroup(Path directory) {
        this.directory = directory;
    }

    static TestCgroup withLimit(long bytes) throws IOException {
        Path directory = null;
        try {
            List<String> groups = Files.readAllLines(Path.of("/proc/self/cgroup"));
            boolean first = groups.stream().anyMatch(line -> line.split(":")[1].equals("memory"));
            String own = groups.stream()
                    .map(line -> line.split(":", 3))
                    .filter(parts -> parts[1].equals(first ? "memory" : ""))
                    .map(parts -> parts[2])
                    .findFirst()
                    .orElseThrow(() -> new IOException("no control group of this process"));
            directory = Path.of("/sys/fs/cgroup", first ? "memory" : "", own)
                    .resolve("leasewarden-test-" + ProcessHandle.current().pid());
            Files.createDirectory(directory);
            Files.writeString(directory.resolve(first ? "memory.limit_in_bytes" : "memory.max"), Long.toString(bytes));
            return new TestCgroup(directory);
        } catch (IOException e) {
            if (directory != null) {
                Files.deleteIfExists(directory);
            }
            String message = "SKIPPED: no control group with a memory limit can be made here: " + e;
            System.err.println(message);
            Assumptions.abort(message);
            throw e;
        }
    }

    /** A shell that goes into the group and then becomes the program that is appended. */
    String[] launcher() {
        return new String[] {"sh", "-c", "echo $$ > " + directory.resolve("cgroup.procs") + " && exec \"$@\"", "sh"};
    }

    /** The kernel lets go of it soon after its last process. */
    @Override
    public void close() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> Files.deleteIfExists(directory));
    }
}
