package io.github.leasewarden.apps.load;

import io.github.leasewarden.apps.support.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** A stream of items of a kilobyte each, faster than its consumer: whoever submits waits when 256 are on their way. */
final class Items {
    private static final int BYTES = 1024;

    private Items() {}

    /** @throws IllegalStateException if an item is lost or comes out of order */
    static void stream(int count) throws Exception {
        ExecutorService worker = Workers.named("items", 1);
        int[] next = {0};
        try (SubmissionPublisher<byte[]> publisher = new SubmissionPublisher<>(worker, 256)) {
            CompletableFuture<Void> consumed = publisher.consume(item -> {
                if (numberOf(item) != next[0]) {
                    throw new IllegalStateException("item " + numberOf(item) + " instead of " + next[0]);
                }
                next[0]++;
            });
            for (int i = 0; i < count; i++) {
                publisher.submit(item(i));
            }
            publisher.close();
            consumed.get(1, TimeUnit.MINUTES);
        } finally {
            worker.shutdown();
        }
        if (next[0] != count) {
            throw new IllegalStateException(next[0] + " of " + count + " items came through");
        }
    }

    private static byte[] item(int number) {
        byte[] item = new byte[BYTES];
        for (int i = 0; i < Integer.BYTES; i++) {
            item[i] = (byte) (number >>> 8 * i);
        }
        return item;
    }

    private static int numberOf(byte[] item) {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number |= (item[i] & 0xff) << 8 * i;
        }
        return number;
    }
}
