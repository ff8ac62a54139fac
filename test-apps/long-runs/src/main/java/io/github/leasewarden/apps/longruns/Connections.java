package io.github.leasewarden.apps.longruns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Established TCP connections as Linux lists them. */
final class Connections {
    private static final String ESTABLISHED = "01";

    private Connections() {}

    /** How many clients are connected to a local port. */
    static long to(int port) throws IOException {
        String remote = String.format(Locale.ROOT, ":%04X", port);
        long count = 0;
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.exists(Path.of(table))) {
                count += Files.readAllLines(Path.of(table)).stream()
                        .map(line -> line.trim().split("\\s+", -1))
                        .filter(columns -> columns[2].endsWith(remote) && columns[3].equals(ESTABLISHED))
                        .count();
            }
        }
        return count;
    }
}
