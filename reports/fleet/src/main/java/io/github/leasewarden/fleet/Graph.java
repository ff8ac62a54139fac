package io.github.leasewarden.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** A connection to one fleet's graph. Safe for use by many threads; close it. */
final class Graph implements AutoCloseable {
    private final Driver driver;
    private final SessionConfig config;
    private final String fleet;
    private final String address;

    Graph(Driver driver, SessionConfig config, String fleet, String address) {
        this.driver = driver;
        this.config = config;
        this.fleet = fleet;
        this.address = address;
    }

    String fleet() {
        return fleet;
    }

    /** Constraints and indexes; what is there already stays. */
    void prepare() {
        Cypher.statements("schema").forEach(statement -> run(statement, Map.of()));
    }

    /** All of the work, or nothing of it. It is tried again while Neo4j is away, so it must be able to run twice. */
    <T> T write(Function<TransactionContext, T> work) {
        return asked(session -> session.executeWrite(work::apply));
    }

    /** @param name of a built-in query; {@code $fleet} is known to it */
    Answer read(String name, Map<String, @Nullable Object> parameters) {
        String query = Cypher.read(name);
        return asked(session ->
                session.executeRead(transaction -> Answer.of(transaction.run(query, withFleet(parameters)))));
    }

    /** Runs a statement that takes care of its own transactions. */
    Answer run(String statement, Map<String, @Nullable Object> parameters) {
        return asked(session -> Answer.of(session.run(statement, withFleet(parameters))));
    }

    Map<String, @Nullable Object> withFleet(Map<String, @Nullable Object> parameters) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.put("fleet", fleet);
        return all;
    }

    /** Before this time there is nothing, because it was pruned; null if nothing was. */
    @Nullable
    Instant prunedBefore() {
        List<Map<String, @Nullable Object>> rows = run(
                        "MATCH (fleet:Fleet {name: $fleet}) WHERE fleet.prunedBefore IS NOT NULL"
                                + " RETURN fleet.prunedBefore AS prunedBefore",
                        Map.of())
                .rows();
        return rows.isEmpty() ? null : Instant.parse(String.valueOf(rows.get(0).get("prunedBefore")));
    }

    private <T> T asked(Function<Session, T> question) {
        try (Session session = driver.session(config)) {
            return question.apply(session);
        } catch (ServiceUnavailableException e) {
            throw new FleetFailed("Neo4j at " + address + " does not answer: " + said(e), e);
        } catch (AuthenticationException e) {
            throw new FleetFailed(
                    "Neo4j at " + address + " refuses these credentials; give --user and --password-file: " + said(e),
                    e);
        } catch (Neo4jException e) {
            throw new FleetFailed("Neo4j at " + address + " refuses: " + said(e), e);
        }
    }

    private static String said(Neo4jException e) {
        return Console.plain(String.valueOf(e.getMessage()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
