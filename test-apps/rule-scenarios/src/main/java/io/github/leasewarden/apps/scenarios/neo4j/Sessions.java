package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;

/**
 * Fills a pool of 20 connections with sessions nobody can reach any more, each with an open transaction, and one more that is still
 * needed: its result is read to the end after the others had to make room. Arguments: the driver's version, and {@code collect} to
 * collect when they are all lost, because a collection half-way leaves a pool that is not full and asks for no other.
 */
public final class Sessions {
    private static final int ROWS = 5_000;

    private Sessions() {}

    public static void main(String[] args) throws InterruptedException {
        QuietLogging.install();
        Config config = Config.builder()
                .withMaxConnectionPoolSize(100)
                .withConnectionAcquisitionTimeout(20, TimeUnit.SECONDS)
                .build();
        Generation api = Generation.of(args[0]);
        try (Driver driver = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none(), config)) {
            driver.verifyConnectivity();
            for (int i = 0; i < 3; i++) {
                Correct.blocking(driver);
                Correct.async(driver, api);
                Correct.reactive(driver, api);
            }
            Result result = rowsOfADroppedSession(driver);
            result.next();
            for (int i = 0; i < 7; i++) {
                Leaking.blocking(driver);
            }
            for (int i = 0; i < 6; i++) {
                Leaking.async(driver, api);
                Leaking.reactive(driver, api);
            }
            boolean collect = args.length > 1 && args[1].equals("collect");
            for (int i = 0; i < 5; i++) {
                if (collect) {
                    System.gc();
                }
                Scenario.pause(500);
            }
            System.out.println("pool usable: " + (Correct.blocking(driver) == 1));
            int rows = 1;
            for (; result.hasNext(); result.next()) {
                rows++;
            }
            System.out.println("rows read: " + rows);
            Scenario.pause(2_500);
            System.out.println("orders left behind: " + orders(driver));
        }
    }

    /** All that keeps this session is the result. */
    static Result rowsOfADroppedSession(Driver driver) {
        return driver.session().run("UNWIND range(1, " + ROWS + ") AS row RETURN row");
    }

    static long orders(Driver driver) {
        try (Session session = driver.session()) {
            return session.run("MATCH (o:Forgotten) RETURN count(o)")
                    .single()
                    .get(0)
                    .asLong();
        }
    }
}
