package io.github.leasewarden.core.http;

import io.github.leasewarden.reports.PrivateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code http.port} in the report directory, where commands find the running agent; gone when it ends. */
public final class PortFile implements AutoCloseable {
    public static final String NAME = "http.port";

    private final Path file;
    private final byte[] content;

    private PortFile(Path file, byte[] content) {
        this.file = file;
        this.content = content;
    }

    /** @throws IOException if the directory takes no files of ours */
    public static PortFile write(Path directory, int port) throws IOException {
        byte[] content = (port + "\n").getBytes(StandardCharsets.US_ASCII);
        new PrivateDirectory(directory).write(NAME, content);
        return new PortFile(directory.resolve(NAME), content);
    }

    /** Removes it, unless another JVM that shares the directory wrote its own since. */
    @Override
    public void close() throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            Files.deleteIfExists(file);
        }
    }
}
