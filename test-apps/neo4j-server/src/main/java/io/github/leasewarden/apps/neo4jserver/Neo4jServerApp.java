package io.github.leasewarden.apps.neo4jserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;
import org.neo4j.io.ByteUnit;

/**
 * A real Neo4j server on a free loopback port, without authentication, that lives as long as its standard input.
 *
 * <p>Prints one line, {@code bolt://localhost:<port>}, when it is ready; closes the database and exits when standard input
 * ends, so that it dies with the process that started it, however that one dies. It has a JVM to itself because the server
 * brings its own Neo4j driver, Byte Buddy and Jackson.
 *
 * <p>JVM flags: {@code -Xmx512m} is enough. {@code -XX:+UseSerialGC -XX:TieredStopAtLevel=1} make it start with less CPU. On
 * JDK 24 and newer {@code --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED} silence the warnings
 * about the server's libraries; JDK 17 does not know the first one. The database goes to {@code java.io.tmpdir} and is removed
 * at the end; a {@code log4j-*.xml} of the server stays there, so give it a {@code -Djava.io.tmpdir} you throw away.
 */
public final class Neo4jServerApp {
    private Neo4jServerApp() {}

    public static void main(String[] args) throws IOException {
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try (Neo4j server = start()) {
            console.println(server.boltURI());
            waitForEndOf(System.in);
        }
        System.exit(0);
    }

    private static Neo4j start() {
        return Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(16))
                // the defaults wait 10 s for clients that are gone
                .withConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(100))
                .withConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofMillis(100))
                .build();
    }

    private static void waitForEndOf(InputStream in) throws IOException {
        byte[] ignored = new byte[256];
        while (in.read(ignored) >= 0) {
            // whatever is typed is not for us
        }
    }
}
