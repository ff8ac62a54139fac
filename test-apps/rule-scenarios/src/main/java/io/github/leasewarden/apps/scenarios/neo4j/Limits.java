package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.support.QuietLogging;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/** Asks for no time-out and for more rows at once than is good for it, in every way a session offers. Argument: the driver's version. */
@SuppressWarnings("deprecation") // what drivers 4.4 and 5.0 have
public final class Limits {
    /** Takes minutes if nobody stops it. */
    private static final String ENDLESS = "UNWIND range(1, 4000000000) AS x WITH x WHERE x % 2 = 3 RETURN count(x)";

    private Limits() {}

    public static void main(String[] args) {
        QuietLogging.install();
        Generation api = Generation.of(args[0]);
        try (Driver driver = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none())) {
            System.out.println("own time-out: "
                    + TransactionConfig.builder()
                            .withTimeout(Duration.ofSeconds(90))
                            .build()
                            .timeout());
            System.out.println("own fetch size: "
                    + SessionConfig.builder().withFetchSize(100_000).build().fetchSize());
            System.out.println("small fetch size: "
                    + SessionConfig.builder().withFetchSize(7).build().fetchSize());
            System.out.println(
                    "no fetch size: " + SessionConfig.builder().build().fetchSize());
            System.out.println("rows: " + blockingRows(driver, 300) + ", " + asyncRows(driver, api, 400));
            System.out.println("few rows: " + blockingRows(driver, 200) + ", " + asyncRows(driver, api, 200));
            try (Session session = driver.session()) {
                tell("run", () -> session.run(ENDLESS).single());
            }
            try (Session session = driver.session();
                    Transaction transaction = session.beginTransaction()) {
                tell("transaction", () -> transaction.run(ENDLESS).single());
            }
            AsyncSession session = api.takesTypes() ? driver.session(AsyncSession.class) : driver.asyncSession();
            tell(
                    "async",
                    () -> session.runAsync(ENDLESS)
                            .thenCompose(cursor -> cursor.singleAsync())
                            .toCompletableFuture()
                            .join());
            session.closeAsync().toCompletableFuture().join();
        }
    }

    private static int blockingRows(Driver driver, int rows) {
        try (Session session = driver.session()) {
            return session.run("UNWIND range(1, " + rows + ") AS n RETURN n")
                    .list()
                    .size();
        }
    }

    private static int asyncRows(Driver driver, Generation api, int rows) {
        AsyncSession session = api.takesTypes() ? driver.session(AsyncSession.class) : driver.asyncSession();
        return session.runAsync("UNWIND range(1, " + rows + ") AS n RETURN n")
                .thenCompose(cursor -> listOf(cursor))
                .thenCompose(list -> session.closeAsync().thenApply(closed -> list.size()))
                .toCompletableFuture()
                .join();
    }

    private static CompletionStage<List<Integer>> listOf(ResultCursor cursor) {
        return cursor.listAsync(row -> row.get(0).asInt());
    }

    private static void tell(String way, Supplier<?> query) {
        try {
            System.out.println(way + ": " + query.get());
        } catch (CompletionException | Neo4jException e) {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            String code = cause instanceof Neo4jException ? ((Neo4jException) cause).code() : cause.toString();
            System.out.println(way + ": " + code.replaceAll(".*(TransactionTimedOut).*", "$1"));
        }
    }
}
