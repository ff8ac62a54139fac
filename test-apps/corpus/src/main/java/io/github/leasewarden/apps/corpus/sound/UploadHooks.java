package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;

/** An upload has a shutdown hook as long as it runs, which is for forty seconds; then the hook is removed. */
public final class UploadHooks implements Program {
    private final Deque<Upload> running = new ArrayDeque<>();
    private long received;

    private static final class Upload {
        private final int started;
        private final byte[] buffer = new byte[60_000];
        private final Thread hook = new Thread(this::discard, "discard upload");
        private int length;

        private Upload(int started) {
            this.started = started;
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void receive(int part) {
            buffer[length++ % buffer.length] = (byte) part;
        }

        private void discard() {
            length = 0;
        }

        private int finish() {
            Runtime.getRuntime().removeShutdownHook(hook);
            return length;
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 3 == 0) {
            running.addLast(new Upload(moment.tick()));
        }
        running.forEach(upload -> upload.receive(moment.tick()));
        while (!running.isEmpty() && running.getFirst().started <= moment.tick() - 800) {
            received += running.removeFirst().finish();
        }
    }

    @Override
    public String toString() {
        return received + " parts received";
    }
}
