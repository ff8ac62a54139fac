package io.github.leasewarden.apps.scenarios.neo4j;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.reactive.ReactiveSession;
import org.neo4j.driver.reactive.RxSession;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens sessions, begins a transaction in each and lets go of it. */
@SuppressWarnings("deprecation") // what drivers 4.4 and 5.0 have
final class Leaking {
    private static final String WRITE = "CREATE (:Forgotten)";

    private Leaking() {}

    static void blocking(Driver driver) {
        Session session = driver.session();
        session.beginTransaction().run(WRITE).consume();
    }

    static void async(Driver driver, Generation api) {
        AsyncSession session = api.takesTypes() ? driver.session(AsyncSession.class) : driver.asyncSession();
        session.beginTransactionAsync()
                .thenCompose(transaction -> transaction.runAsync(WRITE))
                .thenCompose(cursor -> cursor.consumeAsync())
                .toCompletableFuture()
                .join();
    }

    static void reactive(Driver driver, Generation api) {
        if (api.isRx()) {
            RxSession session = driver.rxSession();
            Flux.from(session.beginTransaction())
                    .flatMap(transaction -> Mono.from(transaction.run(WRITE).consume()))
                    .blockLast();
        } else {
            ReactiveSession session =
                    api.takesTypes() ? driver.session(ReactiveSession.class) : driver.reactiveSession();
            JdkFlowAdapter.flowPublisherToFlux(session.beginTransaction())
                    .flatMap(transaction -> JdkFlowAdapter.flowPublisherToFlux(transaction.run(WRITE)))
                    .flatMap(result -> JdkFlowAdapter.flowPublisherToFlux(result.consume()))
                    .blockLast();
        }
    }
}
