package io.github.leasewarden.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.Neo4jServer;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** One fleet of the tests' Neo4j and the commands on it, as a person would give them. */
final class Fleet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final String uri;

    private Fleet(String name, String uri) {
        this.name = name;
        this.uri = uri;
    }

    static Fleet named(String name) {
        return new Fleet(name, Neo4jServer.uri());
    }

    /** The same fleet, reached in another way. */
    Fleet at(String otherUri) {
        return new Fleet(name, otherUri);
    }

    /** How a command ended and what it wrote. */
    record Run(int status, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(this.toString(), e);
            }
        }

        List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            json().forEach(row -> texts.add(row.path(field).asText()));
            return texts;
        }
    }

    Run ingest(Path... reports) {
        List<String> args = new ArrayList<>(List.of("--reports"));
        Arrays.stream(reports).map(Path::toString).forEach(args::add);
        return run("ingest", args.toArray(String[]::new));
    }

    Run run(String command, String... args) {
        List<String> all = new ArrayList<>(List.of(command, "--neo4j", uri, "--fleet", name));
        all.addAll(List.of(args));
        return of(all.toArray(String[]::new));
    }

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = FleetCommands.on(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false))
                .execute(args);
        return new Run(status, out.toString(), err.toString());
    }

    /** All of the fleet's graph as lines: nodes with their properties, and what they are connected to. Names of nodes are left out. */
    TreeSet<String> dump() {
        TreeSet<String> lines = new TreeSet<>();
        try (Driver driver = GraphDatabase.driver(Neo4jServer.uri(), AuthTokens.none())) {
            String query = "MATCH (f:Fleet {name: $fleet})<-[:PART_OF]-(:Service)<-[:OF]-(v:Version)<-[:RUNS]-(j:Jvm)"
                    + " OPTIONAL MATCH (j)<-[r]-(part)"
                    + " OPTIONAL MATCH (part)-[:SHOWS|OF_LEASE_FROM]->(of)"
                    + " OPTIONAL MATCH (of)-[:AT]->(site:Site)-[:THROUGH|HOLDS]->(named)"
                    + " RETURN [properties(v), properties(j), type(r), properties(part), properties(of), properties(site), named.name] AS all";
            for (Record record : driver.executableQuery(query)
                    .withParameters(Map.of("fleet", name))
                    .execute()
                    .records()) {
                lines.add(sorted(record.get("all").asObject()).toString());
            }
        }
        return lines;
    }

    /** Neo4j gives properties in the order in which they were set. */
    private static Object sorted(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> each == null ? "" : sorted(each)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put((String) key, sorted(each)));
            sorted.keySet().removeAll(List.of("id", "place", "fleet"));
            return sorted;
        }
        return value;
    }

    long count(String label) {
        try (Driver driver = GraphDatabase.driver(Neo4jServer.uri(), AuthTokens.none())) {
            return driver.executableQuery("MATCH (j:Jvm {fleet: $fleet})<--(n:" + label + ") RETURN count(n) AS n")
                    .withParameters(Map.of("fleet", name))
                    .execute()
                    .records()
                    .get(0)
                    .get("n")
                    .asLong();
        }
    }

    static Path write(Path directory, String file, LeakReport report) throws IOException {
        Path path = Files.createDirectories(directory).resolve(file);
        try (OutputStream out = Files.newOutputStream(path)) {
            ReportJson.write(report, out);
        }
        return path;
    }
}
