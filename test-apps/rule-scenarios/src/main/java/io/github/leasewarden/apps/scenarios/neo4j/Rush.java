package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Requests that each leak a session with an open transaction, at a steady rate and with the driver's own time-outs. Arguments: requests a
 * second, for how many seconds.
 */
public final class Rush {
    /** The driver refuses to let more than 100 wait for a connection. */
    private static final int WORKERS = 60;

    private Rush() {}

    public static void main(String[] args) throws InterruptedException {
        QuietLogging.install();
        int rate = Integer.parseInt(args[0]);
        int requests = rate * Integer.parseInt(args[1]);
        AtomicInteger failed = new AtomicInteger();
        try (Driver driver = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none())) {
            driver.verifyConnectivity();
            ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
            for (int i = 0; i < requests; i++) {
                workers.execute(() -> serve(driver, failed));
                Scenario.pause(1000 / rate);
            }
            workers.shutdown();
            boolean ended = workers.awaitTermination(150, TimeUnit.SECONDS);
            System.out.println("requests: " + requests + ", failed: " + failed + ", ended: " + ended);
        }
    }

    private static void serve(Driver driver, AtomicInteger failed) {
        try {
            Leaking.blocking(driver);
        } catch (Neo4jException e) {
            failed.incrementAndGet();
            System.err.println(e.getMessage());
        }
    }
}
