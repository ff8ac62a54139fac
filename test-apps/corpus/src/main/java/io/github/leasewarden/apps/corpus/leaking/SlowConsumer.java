package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An unbounded queue whose consumer does half of what the producer sends. */
public final class SlowConsumer implements Program {
    private final BlockingQueue<MailTask> outbox = new LinkedBlockingQueue<>();

    private record MailTask(String to, byte[] body) {}

    @Override
    public void tick(Moment moment) {
        outbox.add(new MailTask("a" + moment.tick(), new byte[40_000]));
        outbox.add(new MailTask("b" + moment.tick(), new byte[40_000]));
        outbox.poll();
    }
}
