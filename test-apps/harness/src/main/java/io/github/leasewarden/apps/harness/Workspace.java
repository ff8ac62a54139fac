package io.github.leasewarden.apps.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in this checkout. */
final class Workspace {
    private Workspace() {}

    /** The checkout's root: system property {@code leasewarden.root}, else the nearest parent that has {@code test-apps}. */
    static Path root() {
        String given = System.getProperty("leasewarden.root");
        Path directory = Path.of(given != null ? given : "").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("test-apps"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "Not inside a checkout of Leasewarden: " + Path.of("").toAbsolutePath());
            }
        }
        return directory;
    }

    static Path agentJar() {
        return existing(root().resolve("agent/core/target/leasewarden-agent.jar"));
    }

    /** The class path a test app was packaged with. */
    static String classPath(String app) {
        return read(existing(target(app).resolve("classpath")));
    }

    static String mainClass(String app) {
        return read(existing(target(app).resolve("main-class")));
    }

    /** A new directory for one run; it stays, so that a failure can be looked into. */
    static Path newRunDirectory(String name) {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(target("harness").resolve("runs")), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path target(String app) {
        return root().resolve("test-apps").resolve(app).resolve("target");
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing; build with: mvn -DskipTests package");
        }
        return file;
    }
}
