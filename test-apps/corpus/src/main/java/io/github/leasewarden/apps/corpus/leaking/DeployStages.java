package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A stage of a deployment takes twelve hosts, then starts the next, whose thread inherits a copy of its notes. */
public final class DeployStages implements Program {
    private static final int HOSTS_A_STAGE = 12;
    private static final InheritableThreadLocal<Map<String, Note>> NOTES = new InheritableThreadLocal<>() {
        @Override
        protected Map<String, Note> initialValue() {
            return new HashMap<>();
        }

        @Override
        protected Map<String, Note> childValue(Map<String, Note> ofStarter) {
            return new HashMap<>(ofStarter);
        }
    };
    private final BlockingQueue<Note> reported = new LinkedBlockingQueue<>(100);
    private final Random random = new Random(705);

    private record Note(String host, byte[] output) {}

    public DeployStages() {
        start(1);
    }

    @Override
    public void tick(Moment moment) {
        String host = "host-" + random.nextInt(900);
        reported.offer(new Note(host, new byte[2_000 + random.nextInt(6_000)]));
    }

    private void start(int stage) {
        Thread thread = new Thread(() -> deploy(stage), "stage " + stage);
        thread.setDaemon(true);
        thread.start();
    }

    private void deploy(int stage) {
        try {
            for (int i = 0; i < HOSTS_A_STAGE; i++) {
                Note note = reported.take();
                NOTES.get().put(stage + "/" + note.host, note);
            }
            start(stage + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
