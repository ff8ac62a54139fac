package io.github.leasewarden.apps.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Values;
import org.neo4j.driver.async.AsyncSession;

/**
 * Queries that are all wanted at once: each has its session open from the beginning. The driver refuses a query at once when 100 wait for a
 * connection, so no more than that are given to it at a time.
 */
final class Queries implements AutoCloseable {
    private static final int AT_A_TIME = 100;

    private static final String QUERY = "UNWIND range(1, 100) AS n RETURN $number + 0 * sum(n)";

    private final Driver driver;
    private final List<AsyncSession> open = new ArrayList<>();

    /**
     * The driver remembers each query for as long as it may wait for a connection, also when it was given one at once: a minute by default,
     * which would look like growth for that minute.
     *
     * @param seconds how long that is
     */
    Queries(String uri, int seconds) {
        Config config = Config.builder()
                .withMaxConnectionPoolSize(50)
                .withConnectionAcquisitionTimeout(seconds, TimeUnit.SECONDS)
                .withDriverMetrics()
                .build();
        driver = GraphDatabase.driver(uri, AuthTokens.none(), config);
        warmUp();
    }

    /** A server that has not seen a query yet takes seconds for the first ones, and then they queue up. */
    private void warmUp() {
        try (Session session = driver.session()) {
            for (int i = 0; i < AT_A_TIME; i++) {
                session.run(QUERY, Values.parameters("number", i)).consume();
            }
        }
    }

    void open(int count) {
        for (int i = 0; i < count; i++) {
            open.add(driver.session(AsyncSession.class));
        }
    }

    /** Runs one query in each session, checks its answer and closes the session. */
    void run() throws InterruptedException {
        Semaphore places = new Semaphore(AT_A_TIME);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            places.acquire();
            CompletableFuture<Integer> answer = ask(open.get(i), i).toCompletableFuture();
            answers.add(answer);
            answer.whenComplete((ignored, failure) -> places.release());
        }
        for (int i = 0; i < answers.size(); i++) {
            int answer = answers.get(i).join();
            if (answer != i) {
                throw new IllegalStateException("query " + i + " was answered " + answer);
            }
        }
        open.clear();
    }

    private static CompletionStage<Integer> ask(AsyncSession session, int number) {
        return session.runAsync(QUERY, Values.parameters("number", number))
                .thenCompose(cursor -> cursor.singleAsync())
                .thenApply(row -> row.get(0).asInt())
                .thenCompose(answer -> session.closeAsync().thenApply(closed -> answer));
    }

    /** A transaction that is at work until somebody ends it. */
    Transaction begin() {
        Transaction transaction = driver.session().beginTransaction();
        transaction.run("RETURN 1").consume();
        return transaction;
    }

    /** Connections in use, as the driver counts them. */
    int connectionsInUse() {
        return driver.metrics().connectionPoolMetrics().stream()
                .mapToInt(pool -> pool.inUse())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
