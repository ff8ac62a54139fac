package io.github.leasewarden.apps.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A JDK to run an app on. */
public record Jdk(int feature, Path home) {
    /** The JDK the tests themselves run on. */
    public static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /**
     * A JDK of the given version: the running one, {@code JAVA<feature>_HOME}, or one installed beside the running one or in
     * {@code /usr/lib/jvm}. Where there is none the test is skipped, and says so on standard error: a skipped test looks
     * green otherwise.
     */
    public static Jdk require(int feature) {
        Optional<Jdk> found = find(feature);
        if (found.isEmpty()) {
            String message = "SKIPPED: no JDK " + feature + " found; set JAVA" + feature + "_HOME";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return found.orElseThrow();
    }

    public static Optional<Jdk> find(int feature) {
        if (Runtime.version().feature() == feature) {
            return Optional.of(running());
        }
        return candidates(feature).stream()
                .filter(home -> isVersion(home, feature))
                .findFirst()
                .map(home -> new Jdk(feature, home));
    }

    Path tool(String name) {
        return home.resolve("bin").resolve(name);
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }

    private static List<Path> candidates(int feature) {
        List<Path> homes = new ArrayList<>();
        String named = System.getenv("JAVA" + feature + "_HOME");
        if (named != null) {
            homes.add(Path.of(named));
        }
        homes.addAll(children(running().home().getParent()));
        homes.addAll(children(Path.of("/usr/lib/jvm")));
        return homes;
    }

    private static List<Path> children(Path directory) {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVersion(Path home, int feature) {
        return Workspace.read(home.resolve("release"))
                .lines()
                .anyMatch(line -> line.matches("JAVA_VERSION=\"" + feature + "(\\D.*)?\""));
    }
}
