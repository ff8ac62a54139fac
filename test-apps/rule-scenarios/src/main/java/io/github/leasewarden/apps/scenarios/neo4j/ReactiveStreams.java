package io.github.leasewarden.apps.scenarios.neo4j;

import org.neo4j.driver.Driver;
import org.neo4j.driver.reactivestreams.ReactiveResult;
import org.neo4j.driver.reactivestreams.ReactiveSession;
import reactor.core.publisher.Flux;

/** The Reactive Streams sessions that drivers have since 5.2, apart from what older ones can load. */
final class ReactiveStreams {
    private ReactiveStreams() {}

    static StepwiseSubscriber begin(Driver driver, String query) {
        ReactiveSession session = driver.session(ReactiveSession.class);
        ReactiveResult result = Flux.from(session.run(query)).blockFirst();
        return new StepwiseSubscriber(Flux.from(result.records()));
    }
}
