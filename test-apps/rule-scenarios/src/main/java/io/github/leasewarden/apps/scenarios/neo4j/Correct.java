package io.github.leasewarden.apps.scenarios.neo4j;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.reactive.ReactiveSession;
import org.neo4j.driver.reactive.RxSession;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens a session of each kind, asks for a 1, and closes it. */
@SuppressWarnings("deprecation") // what drivers 4.4 and 5.0 have
final class Correct {
    private static final String ASK = "RETURN 1";

    private Correct() {}

    static int blocking(Driver driver) {
        try (Session session = driver.session()) {
            return session.run(ASK).single().get(0).asInt();
        }
    }

    static int async(Driver driver, Generation api) {
        AsyncSession session = api.takesTypes() ? driver.session(AsyncSession.class) : driver.asyncSession();
        return session.runAsync(ASK)
                .thenCompose(cursor -> cursor.singleAsync())
                .thenCompose(record ->
                        session.closeAsync().thenApply(closed -> record.get(0).asInt()))
                .toCompletableFuture()
                .join();
    }

    static int reactive(Driver driver, Generation api) {
        if (api.isRx()) {
            RxSession session = driver.rxSession();
            return Flux.from(session.run(ASK).records())
                    .map(record -> record.get(0).asInt())
                    .concatWith(Mono.<Integer>from(session.close()))
                    .blockLast();
        }
        ReactiveSession session = api.takesTypes() ? driver.session(ReactiveSession.class) : driver.reactiveSession();
        return JdkFlowAdapter.flowPublisherToFlux(session.run(ASK))
                .flatMap(result -> JdkFlowAdapter.flowPublisherToFlux(result.records()))
                .map(record -> record.get(0).asInt())
                .concatWith(JdkFlowAdapter.<Integer>flowPublisherToFlux(session.close()))
                .blockLast();
    }
}
