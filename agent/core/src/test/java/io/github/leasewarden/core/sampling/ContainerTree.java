package io.github.leasewarden.core.sampling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code /proc/self} and mounted control groups as a kernel would show them, in a directory. */
final class ContainerTree {
    private final Path root;
    private final List<String> told = new ArrayList<>();
    private final ContainerMemory memory;

    ContainerTree(Path root) {
        this.root = root;
        this.memory =
                new ContainerMemory(UptimeClock.system(), root.resolve("proc/self"), root, () -> 100L << 20, told::add);
    }

    ContainerTree file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param mounts lines of {@code mountinfo}; other file systems are there too */
    ContainerTree process(String cgroup, String... mounts) {
        file("proc/self/cgroup", cgroup);
        return file(
                "proc/self/mountinfo",
                "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n" + String.join("\n", mounts) + "\n");
    }

    ContainerTree v2(String directory, String max, long current, long inactiveFile) {
        return file(directory + "/memory.max", max + "\n")
                .file(directory + "/memory.current", current + "\n")
                .file(directory + "/memory.stat", "anon 5\nfile 9\ninactive_file " + inactiveFile + "\nslab 3\n")
                .file(directory + "/memory.events", "low 0\nhigh 0\nmax 7\noom 3\noom_kill 2\n");
    }

    ContainerTree v1(String directory, String limit, long usage, long inactiveFile) {
        return file(directory + "/memory.limit_in_bytes", limit + "\n")
                .file(directory + "/memory.usage_in_bytes", usage + "\n")
                .file(directory + "/memory.stat", "inactive_file 1\ntotal_inactive_file " + inactiveFile + "\n")
                .file(directory + "/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");
    }

    ContainerSample read() {
        return memory.read();
    }

    String capability() {
        return memory.capability();
    }

    List<String> told() {
        return told;
    }
}
