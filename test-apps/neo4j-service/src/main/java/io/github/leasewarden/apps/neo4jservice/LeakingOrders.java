package io.github.leasewarden.apps.neo4jservice;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Values;

/** Forgets to close: a session with an open transaction keeps its connection, a session at rest only itself. */
final class LeakingOrders implements Orders {
    private final Driver driver;

    LeakingOrders(Driver driver) {
        this.driver = driver;
    }

    @Override
    public void place(int order) {
        Session session = driver.session();
        Transaction transaction = session.beginTransaction();
        transaction.run("CREATE (:Order {id: $id})", Values.parameters("id", order));
    }

    @Override
    public int count() {
        Session session = driver.session();
        return session.run("MATCH (o:Order) RETURN count(o)").single().get(0).asInt();
    }
}
