package io.github.leasewarden.apps.neo4jservice;

import io.github.leasewarden.apps.support.Load;
import io.github.leasewarden.apps.support.Options;
import io.github.leasewarden.apps.support.QuietLogging;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A service on Neo4j that opens a session per request: every odd request writes in a transaction, every even one reads.
 * {@link LeakingOrders} closes nothing, {@link CorrectOrders} ({@code --correct}) everything. With {@code --exhaust} the pool runs empty:
 * because {@link Carts} keep what they opened, or with {@code --correct} because there is a {@link Rush}.
 *
 * <p>Uses only what the drivers 4.4 to 6 have in common; choose one with {@code -Dneo4j-driver.version}. With
 * {@code --requests N --quiet} the output depends on nothing but N, as long as fewer than 100 connections are leaked.
 */
public final class Neo4jServiceApp {
    private Neo4jServiceApp() {}

    public static void main(String[] args) throws InterruptedException {
        Options options = Options.parse(args, Load.OPTIONS + " --exhaust --uri=");
        QuietLogging.install();
        AtomicInteger failed = new AtomicInteger();
        int requests;
        boolean isRush = options.has("--exhaust") && options.has("--correct");
        try (Driver driver = connect(options.neo4jUri(), isRush ? 60 : 2)) {
            if (isRush) {
                int queries = options.number("--requests");
                System.out.println("queries: " + queries + ", failed: " + Rush.run(driver, queries));
                return;
            }
            Orders orders = orders(options, driver);
            requests = new Load(options).run(request -> {
                if (!serve(orders, request, options.has("--quiet"))) {
                    failed.incrementAndGet();
                }
            });
        }
        System.out.println("requests: " + requests + ", failed: " + failed.get());
    }

    private static boolean serve(Orders orders, int request, boolean quiet) {
        try {
            if (request % 2 == 1) {
                orders.place(request);
            } else {
                orders.count();
            }
            return true;
        } catch (Neo4jException e) {
            if (!quiet) {
                System.out.println("request " + request + " failed: " + e.getMessage());
            }
            return false;
        }
    }

    private static Orders orders(Options options, Driver driver) {
        if (options.has("--exhaust")) {
            return new Carts(driver);
        }
        return options.has("--correct") ? new CorrectOrders(driver) : new LeakingOrders(driver);
    }

    private static Driver connect(String uri, int acquisitionSeconds) {
        Config config = Config.builder()
                .withMaxConnectionPoolSize(100)
                .withConnectionAcquisitionTimeout(acquisitionSeconds, TimeUnit.SECONDS)
                .build();
        Driver driver = GraphDatabase.driver(uri, AuthTokens.none(), config);
        driver.verifyConnectivity();
        return driver;
    }
}
