package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Leaves a transaction open and idle, and wants to commit it after all. It keeps the transaction and not the session, and there is a
 * collection. Argument: for how many milliseconds the transaction is idle.
 */
public final class Waiting {
    private Waiting() {}

    public static void main(String[] args) {
        QuietLogging.install();
        try (Driver driver = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none())) {
            Transaction transaction = begin(driver);
            System.gc();
            Scenario.pause(Long.parseLong(args[0]));
            System.out.println("committed: " + commit(transaction));
        }
    }

    private static Transaction begin(Driver driver) {
        Session session = driver.session();
        Transaction transaction = session.beginTransaction();
        transaction.run("CREATE (:Waiting)").consume();
        return transaction;
    }

    private static boolean commit(Transaction transaction) {
        try {
            transaction.commit();
            return true;
        } catch (Neo4jException e) {
            return false;
        }
    }
}
