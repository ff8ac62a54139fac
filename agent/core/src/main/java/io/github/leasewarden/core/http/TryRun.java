package io.github.leasewarden.core.http;

import io.github.leasewarden.thread.AgentThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import org.microhttp.Options;

/**
 * Takes what an event loop of microhttp needs, and gives it back. microhttp 0.11 does not close what it opened before it failed: each try to
 * listen on a port that is taken would cost the application file descriptors, and a thread that cannot be had would leave the port taken
 * by us.
 */
final class TryRun {
    private TryRun() {}

    /** @throws IOException if microhttp would fail */
    static void of(Options options) throws IOException {
        try (Selector accepting = Selector.open();
                Selector reading = Selector.open();
                ServerSocketChannel socket = ServerSocketChannel.open()) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, options.reuseAddr());
            socket.bind(new InetSocketAddress(options.host(), options.port()));
        }
        new AgentThread("http-try", () -> {}).start();
    }
}
