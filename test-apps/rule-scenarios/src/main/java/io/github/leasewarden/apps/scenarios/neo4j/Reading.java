package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.reactive.ReactiveResult;
import org.neo4j.driver.reactive.ReactiveSession;
import org.neo4j.driver.reactive.RxSession;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/**
 * Drops every kind of session while its result is half read, lets collections and time pass, and reads the rest. Argument: the driver's
 * version.
 */
@SuppressWarnings("deprecation") // what drivers 4.4 and 5.0 have
public final class Reading {
    private static final int ROWS = 3_000;
    private static final String QUERY = "UNWIND range(1, " + ROWS + ") AS row RETURN row";

    private Reading() {}

    /** A result of which some rows are read. */
    private interface HalfRead {
        /** Reads on to the end; returns how many rows there were in all. */
        int rest();
    }

    public static void main(String[] args) {
        QuietLogging.install();
        Generation api = Generation.of(args[0]);
        Config config = Config.builder().withFetchSize(10).build();
        try (Driver driver = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none(), config)) {
            driver.verifyConnectivity();
            Map<String, HalfRead> all = new LinkedHashMap<>();
            all.put("blocking", blocking(driver));
            all.put("in a transaction", inTransaction(driver));
            all.put("async", async(driver, api));
            all.put("reactive", api.isRx() ? rx(driver) : flow(driver, api));
            if (api.takesTypes()) {
                all.put("reactive streams", ReactiveStreams.begin(driver, QUERY)::rest);
            }
            for (int i = 0; i < 12; i++) { // twice the TTL
                System.gc();
                Scenario.pause(1000);
            }
            all.forEach((kind, result) -> System.out.println(kind + ": " + result.rest() + " rows"));
        }
    }

    private static HalfRead blocking(Driver driver) {
        Result result = driver.session().run(QUERY);
        result.next();
        return () -> 1 + count(result);
    }

    private static HalfRead inTransaction(Driver driver) {
        Result result = driver.session().beginTransaction().run(QUERY);
        result.next();
        return () -> 1 + count(result);
    }

    private static int count(Result result) {
        int rows = 0;
        while (result.hasNext()) {
            result.next();
            rows++;
        }
        return rows;
    }

    private static HalfRead async(Driver driver, Generation api) {
        AsyncSession session = api.takesTypes() ? driver.session(AsyncSession.class) : driver.asyncSession();
        ResultCursor cursor = now(session.runAsync(QUERY));
        now(cursor.nextAsync());
        return () -> {
            int rows = 1;
            while (now(cursor.nextAsync()) != null) {
                rows++;
            }
            return rows;
        };
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static HalfRead rx(Driver driver) {
        RxSession session = driver.rxSession();
        return half(Flux.from(session.run(QUERY).records()));
    }

    private static HalfRead flow(Driver driver, Generation api) {
        ReactiveSession session = api.takesTypes() ? driver.session(ReactiveSession.class) : driver.reactiveSession();
        ReactiveResult result =
                JdkFlowAdapter.flowPublisherToFlux(session.run(QUERY)).blockFirst();
        return half(JdkFlowAdapter.flowPublisherToFlux(result.records()));
    }

    private static HalfRead half(Flux<Record> records) {
        return new StepwiseSubscriber(records)::rest;
    }
}
