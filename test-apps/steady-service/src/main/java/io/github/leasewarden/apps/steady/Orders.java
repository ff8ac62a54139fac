package io.github.leasewarden.apps.steady;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Values;

/** Orders in Neo4j, a session per request and always closed; besides one session for reading settings, kept on purpose. */
final class Orders implements AutoCloseable {
    private final Driver driver;
    private final Session settings;

    Orders(String uri) {
        Config config = Config.builder()
                .withMaxConnectionPoolSize(20)
                .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
                .build();
        driver = GraphDatabase.driver(uri, AuthTokens.none(), config);
        settings = driver.session();
        readSetting();
    }

    /** Used when the service starts and when it stops, with nothing in between. */
    int readSetting() {
        return settings.run("RETURN 42").single().get(0).asInt();
    }

    void place(int order) {
        try (Session session = driver.session();
                Transaction transaction = session.beginTransaction()) {
            transaction.run("CREATE (o:Order {id: $id}) DELETE o", Values.parameters("id", order));
            transaction.commit();
        }
    }

    @Override
    public void close() {
        settings.close();
        driver.close();
    }
}
