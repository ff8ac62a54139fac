package io.github.leasewarden.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
    @TempDir
    Path dir;

    @Test
    void whatAKilledProcessLeftDoesNotKeepTheNextOneWithTheSamePidFromWriting() throws IOException {
        long pid = ProcessHandle.current().pid();
        Files.writeString(dir.resolve(".http.port." + pid + ".tmp"), "80");
        for (int port = 8790; port <= 8791; port++) {
            new PrivateDirectory(dir).write("http.port", (port + "\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(dir.resolve("http.port")).hasContent(port + "\n");
        }
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNextFile() throws IOException {
        Path killed = Files.writeString(dir.resolve(ReportNames.temp()), "80");
        Path beingWritten = Files.writeString(dir.resolve(ReportNames.temp()), "80");
        Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
        new PrivateDirectory(dir).write("http.port", new byte[] {'1'});
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactlyInAnyOrder(dir.resolve("http.port"), beingWritten);
        }
    }
}
