package io.github.leasewarden.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** A line to Neo4j that goes dead for good once so many bytes went through it to the server. */
final class CutLine implements AutoCloseable {
    private final URI server;
    private final ServerSocket listener;
    private final AtomicLong left;

    CutLine(String server, long bytes) {
        this.server = URI.create(server);
        this.left = new AtomicLong(bytes);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    String uri() {
        return "bolt://localhost:" + listener.getLocalPort();
    }

    boolean isCut() {
        return left.get() < 0;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                daemon(() -> pump(client, upstream, true));
                daemon(() -> pump(upstream, client, false));
            }
        } catch (IOException e) {
            // closed: the line is dead
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counted && left.addAndGet(-read) < 0) {
                    listener.close();
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one side is gone, and so is the other
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cut-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
