package io.github.leasewarden.apps.demo;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Values;

/**
 * Orders in Neo4j. The mistake: {@link #save} neither commits nor closes, so each order keeps a connection of the pool until
 * the driver is closed. The driver itself never takes a dropped session back.
 */
final class OrderRepository implements AutoCloseable {
    private static final String SAVE = "CREATE (:Order {id: $id})";

    private final Driver driver;

    OrderRepository(String uri) {
        Config config = Config.builder()
                .withMaxConnectionPoolSize(100)
                .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
                .build();
        driver = GraphDatabase.driver(uri, AuthTokens.none(), config);
        driver.verifyConnectivity();
        warmUp();
    }

    /** A server that was just started takes seconds for its first query; its first customers need not wait for that. */
    private void warmUp() {
        try (Session session = driver.session();
                Transaction transaction = session.beginTransaction()) {
            for (int i = 0; i < 20; i++) {
                transaction.run(SAVE, Values.parameters("id", 0)).consume();
            }
        }
    }

    void save(Order order) {
        Session session = driver.session();
        Transaction transaction = session.beginTransaction();
        transaction.run(SAVE, Values.parameters("id", order.id()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
