package io.github.leasewarden.core.alert;

import java.io.IOException;
import java.time.Duration;

/** One way to pass an alert on. Called by one thread. */
interface AlertChannel {
    /** What operators call it; a label of metrics. */
    String name();

    /**
     * Passes it on, or gives up.
     *
     * @param deadline it must not take longer, whatever the other side does
     * @throws IOException with a reason in words, if that failed
     * @throws InterruptedException if the agent ends meanwhile
     */
    void send(AlertMessage message, Duration deadline) throws IOException, InterruptedException;
}
