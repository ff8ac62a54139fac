package io.github.leasewarden.apps.scenarios.reconnect;

import java.net.URI;

/** One library's way to connect. */
interface Client {
    /** What a client without a time-out of its own gets, and one with. */
    String timeouts(URI uri);

    /** Whether it got through; the connection is closed at once. */
    boolean connects(URI uri);

    void close();
}
