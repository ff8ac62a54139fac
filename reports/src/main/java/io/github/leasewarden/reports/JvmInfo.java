package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The watched process.
 *
 * @param pid its process id
 * @param version of the JVM, as {@code java.vm.version} gives it
 * @param collector the garbage collector's name, for example {@code G1}
 * @param mainClass the main class or jar; never an argument. {@code sun.java.command} holds both, and arguments hold
 *     passwords, so whatever follows the first blank is dropped here, where no caller can forget it
 * @param startedAt when the process started, UTC; null in reports of earlier versions
 * @param service which service it is an instance of; null in reports of earlier versions
 */
public record JvmInfo(
        long pid,
        String version,
        String collector,
        String mainClass,
        @Nullable Instant startedAt,
        @Nullable ServiceInfo service) {
    public JvmInfo {
        requireNonNull(version, "jvm.version is missing");
        requireNonNull(collector, "jvm.collector is missing");
        mainClass = withoutArguments(requireNonNull(mainClass, "jvm.mainClass is missing"));
    }

    /** A process of which no start and no service are known. */
    public JvmInfo(long pid, String version, String collector, String mainClass) {
        this(pid, version, collector, mainClass, null, null);
    }

    private static String withoutArguments(String command) {
        String[] words = command.strip().split("\\s", 2);
        return words[0];
    }
}
