package peers;

import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.locks.LockSupport;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The TCK on the JDK's publisher; its subscriptions are leases. */
public class SubmissionPublisherTest extends FlowPublisherVerification<Integer> {
    private static final long PATIENCE_NANOS = 100_000_000;
    private static final long PAUSE_NANOS = 100_000;

    public SubmissionPublisherTest() {
        super(new TestEnvironment(500));
    }

    @Override
    public Publisher<Integer> createFlowPublisher(long elements) {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        Thread feeder = new Thread(() -> feed(publisher, elements), "feeder");
        feeder.setDaemon(true);
        feeder.start();
        return publisher;
    }

    /** A subscriber sees what is submitted after it came, so all of them are waited for: until each has asked for something. */
    private static void feed(SubmissionPublisher<Integer> publisher, long elements) {
        while (!publisher.hasSubscribers()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (elements > 0 && publisher.estimateMinimumDemand() <= 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        for (long i = 0; i < elements && publisher.hasSubscribers(); i++) {
            publisher.submit((int) i);
        }
        publisher.close();
    }

    @Override
    public Publisher<Integer> createFailedFlowPublisher() {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        publisher.closeExceptionally(new IllegalStateException("failed"));
        return publisher;
    }
}
