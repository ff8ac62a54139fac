package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A stage of a roll-out starts the next, whose thread inherits a copy of its notes; the fortieth is the last. */
public final class RolloutStages implements Program {
    private static final int STAGES = 40;
    private static final int HOSTS_A_STAGE = 24;
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
    private final Random random = new Random(804);
    private volatile boolean running;

    private record Note(String host, byte[] output) {}

    @Override
    public void tick(Moment moment) {
        if (!running) {
            running = true;
            start(1);
        }
        for (int i = 0; i < 2; i++) {
            String host = "host-" + random.nextInt(900);
            reported.offer(new Note(host, new byte[4_000 + random.nextInt(16_000)]));
        }
    }

    private void start(int stage) {
        Thread thread = new Thread(() -> rollOut(stage), "stage " + stage);
        thread.setDaemon(true);
        thread.start();
    }

    private void rollOut(int stage) {
        try {
            for (int i = 0; i < HOSTS_A_STAGE; i++) {
                Note note = reported.take();
                NOTES.get().put(stage + "/" + note.host, note);
            }
            if (stage < STAGES) {
                start(stage + 1);
            } else {
                running = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
