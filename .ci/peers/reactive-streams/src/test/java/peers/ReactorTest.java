package peers;

import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import reactor.core.publisher.Flux;

/** The TCK on a Reactor pipeline. */
public class ReactorTest extends PublisherVerification<Integer> {
    public ReactorTest() {
        super(new TestEnvironment(500));
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return Flux.range(0, (int) Math.min(elements, Integer.MAX_VALUE)).map(i -> i + 1);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return Flux.error(new IllegalStateException("failed"));
    }

    @Override
    public long maxElementsFromPublisher() {
        return Integer.MAX_VALUE;
    }
}
