package io.github.leasewarden.apps.neo4jservice;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Values;

/** Does what {@link LeakingOrders} does and closes what it opened. */
final class CorrectOrders implements Orders {
    private final Driver driver;

    CorrectOrders(Driver driver) {
        this.driver = driver;
    }

    @Override
    public void place(int order) {
        try (Session session = driver.session();
                Transaction transaction = session.beginTransaction()) {
            transaction.run("CREATE (o:Order {id: $id}) DELETE o", Values.parameters("id", order));
            transaction.commit();
        }
    }

    @Override
    public int count() {
        try (Session session = driver.session()) {
            return session.run("MATCH (o:Order) RETURN count(o)")
                    .single()
                    .get(0)
                    .asInt();
        }
    }
}
