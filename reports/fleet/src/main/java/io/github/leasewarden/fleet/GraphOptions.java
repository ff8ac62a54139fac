package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.SessionConfig;
import picocli.CommandLine.Option;

/** Which graph a command works on. */
final class GraphOptions {
    @Option(
            names = "--neo4j",
            required = true,
            paramLabel = "URI",
            description = "The Neo4j server, for example bolt://localhost:7687 or neo4j+s://graph.example.org.")
    private URI uri = URI.create("bolt://localhost:7687");

    @Option(names = "--user", defaultValue = "neo4j", description = "Its user; ${DEFAULT-VALUE} unless given.")
    private String user = "neo4j";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with that user's password on its first line. Without it no credentials are sent.")
    private @Nullable Path passwordFile;

    @Option(names = "--database", paramLabel = "NAME", description = "The database; the server's default unless given.")
    private @Nullable String database;

    @Option(
            names = "--fleet",
            defaultValue = "default",
            paramLabel = "NAME",
            description = "Which fleet of that graph: fleets share nothing, even if their services have the same names."
                    + " ${DEFAULT-VALUE} unless given.")
    private String fleet = "default";

    @Option(
            names = "--patience",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "How long to go on trying when Neo4j is away; ${DEFAULT-VALUE} unless given.")
    private long patienceSeconds = 30;

    Graph open() {
        Config config = Config.builder()
                .withMaxTransactionRetryTime(patienceSeconds, TimeUnit.SECONDS)
                .withConnectionTimeout(10, TimeUnit.SECONDS)
                .withMaxConnectionPoolSize(4)
                .withLogging(Logging.none())
                .withUserAgent("leasewarden-fleet")
                .build();
        SessionConfig session = database == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(database);
        return new Graph(driver(config), session, Texts.name(fleet), uri.toString());
    }

    private Driver driver(Config config) {
        try {
            return GraphDatabase.driver(uri, token(), config);
        } catch (IllegalArgumentException e) {
            throw new FleetFailed("--neo4j " + uri + ": " + e.getMessage(), e);
        }
    }

    private AuthToken token() {
        if (passwordFile == null) {
            return AuthTokens.none();
        }
        return AuthTokens.basic(user, firstLine(passwordFile, "--password-file"));
    }

    /** Secrets are read from files: arguments and environments are visible to others. */
    static String firstLine(Path file, String option) {
        try {
            String line = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            if (line.isEmpty()) {
                throw new FleetFailed(option + " " + file + " is empty");
            }
            return line;
        } catch (IOException e) {
            throw new FleetFailed(option + " " + Trouble.of(e), e);
        }
    }
}
