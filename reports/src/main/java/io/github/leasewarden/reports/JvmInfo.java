package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

/**
 * The watched process.
 *
 * @param pid its process id
 * @param version of the JVM, as {@code java.vm.version} gives it
 * @param collector the garbage collector's name, for example {@code G1}
 * @param mainClass the main class or jar; never an argument. {@code sun.java.command} holds both, and arguments hold
 *     passwords, so whatever follows the first blank is dropped here, where no caller can forget it
 */
public record JvmInfo(long pid, String version, String collector, String mainClass) {
    public JvmInfo {
        requireNonNull(version, "jvm.version is missing");
        requireNonNull(collector, "jvm.collector is missing");
        mainClass = withoutArguments(requireNonNull(mainClass, "jvm.mainClass is missing"));
    }

    private static String withoutArguments(String command) {
        String[] words = command.strip().split("\\s", 2);
        return words[0];
    }
}
