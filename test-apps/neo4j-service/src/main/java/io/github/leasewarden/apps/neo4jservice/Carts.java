package io.github.leasewarden.apps.neo4jservice;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Values;

/**
 * Keeps a transaction open for every shopping cart, until its customer pays, which none ever does. Nothing is lost from sight, so nothing can be
 * collected: each cart keeps its connection.
 */
final class Carts implements Orders {
    private final Driver driver;
    private final List<Transaction> open = new ArrayList<>();

    Carts(Driver driver) {
        this.driver = driver;
    }

    @Override
    public void place(int order) {
        Session session = driver.session();
        Transaction transaction = session.beginTransaction();
        transaction
                .run("CREATE (:Cart {id: $id})", Values.parameters("id", order))
                .consume();
        open.add(transaction);
    }

    @Override
    public int count() {
        return open.size();
    }
}
