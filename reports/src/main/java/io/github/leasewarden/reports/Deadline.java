package io.github.leasewarden.reports;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a whole answer, and not longer than that may take: the JDK's HTTP client keeps the time of the headers only. */
public final class Deadline {
    private Deadline() {}

    /**
     * The answer. Cancels it if it is not there in time.
     *
     * @throws IOException what went wrong, or that it was not complete in time
     */
    public static <T> T await(CompletableFuture<T> answer, Duration longest) throws IOException, InterruptedException {
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the answer was not complete after " + longest.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble
                    ? trouble
                    : new IOException(String.valueOf(e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }
}
