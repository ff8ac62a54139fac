package io.github.leasewarden.apps.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Neo4j server all tests share: the {@code neo4j-server} app, started on first use, ended with the tests' JVM. Where the
 * environment variable {@code NEO4J_URI} names a server, that one is used, so that several JVMs can share one.
 */
public final class Neo4jServer {
    /** A boot takes about 5 s, on a loaded machine up to 30 s. */
    private static final long BOOT_SECONDS = 180;

    private Neo4jServer() {}

    /** {@code bolt://…}; the first call starts the server and waits for it. */
    public static String uri() {
        String given = System.getenv("NEO4J_URI");
        return given != null ? given : Shared.URI;
    }

    /** Initialized on first use, once for each JVM. */
    private static final class Shared {
        static final String URI = boot();
    }

    private static String boot() {
        Path directory = Workspace.newRunDirectory("neo4j-server");
        try {
            Process server = new ProcessBuilder(command(Jdk.running(), directory))
                    .redirectError(directory.resolve("stderr").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "neo4j-server-stop"));
            BufferedReader stdout = server.inputReader(StandardCharsets.UTF_8);
            String uri = CompletableFuture.supplyAsync(() -> readLine(stdout)).get(BOOT_SECONDS, TimeUnit.SECONDS);
            if (uri == null) {
                throw new IllegalStateException(
                        "The Neo4j server did not start: " + Workspace.read(directory.resolve("stderr")));
            }
            return uri;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The Neo4j server did not start; see " + directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the Neo4j server started", e);
        }
    }

    private static List<String> command(Jdk jdk, Path directory) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(jdk.tool("java").toString(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (jdk.feature() >= 24) {
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        command.add("-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp")));
        command.addAll(List.of("-cp", Workspace.classPath("neo4j-server"), Workspace.mainClass("neo4j-server")));
        return command;
    }

    private static String readLine(BufferedReader reader) {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of its input is the server's signal to close; a killed tests' JVM gives it too. */
    private static void stop(Process server) {
        try {
            server.outputWriter(StandardCharsets.UTF_8).close();
            if (server.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            System.err.println("cannot reach the Neo4j server, killing it: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.destroyForcibly();
    }
}
